using Jirani.Web.Simulator.Flutterwave;
using Jirani.Web.Simulator.Graph;
using Jirani.Web.Simulator.Phone;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator;

internal static class SimulatorRegistration
{
    public const string DevelopmentSite = "http://127.0.0.1:5080";

    /// <summary>Registers the simulator; its worker runs and its routes exist only where it is enabled.</summary>
    public static WebApplicationBuilder AddSimulator(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddOptions<SimulatorOptions>()
            .BindConfiguration(SimulatorOptions.Section)
            .PostConfigure(options =>
            {
                options.Enabled ??= builder.Environment.IsDevelopment();
                options.AppSecret = OrElse(configuration["WhatsApp:AppSecret"], "jirani-development-app-secret");
                options.AccessToken = OrElse(configuration["WhatsApp:AccessToken"], "simulator-token");
                options.WebhookUrl ??= WebhookUrl(OrElse(configuration["PUBLIC_SITE_URL"], DevelopmentSite));
            });
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PhoneBook>();
        builder.Services.AddSingleton<Chats>();
        builder.Services.AddSingleton<CustomerLine>();
        builder.Services.AddGraphEmulator();
        builder.Services.AddFlutterwaveEmulator(configuration);
        return builder;
    }

    public static WebApplication MapSimulator(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SimulatorOptions>>().Value.Enabled is true)
        {
            app.MapGraphEmulator();
            app.MapFlutterwaveEmulator();
        }
        else
        {
            // Before the page of the same name, which every build contains.
            app.Map("/simulator/{**rest}", () => Results.NotFound()).AllowAnonymous().WithOrder(-1);
        }

        return app;
    }

    private static string OrElse(string? value, string fallback) => string.IsNullOrEmpty(value) ? fallback : value;

    private static Uri WebhookUrl(string site) => new(site.TrimEnd('/') + "/webhooks/whatsapp");
}
