using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Identity;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Messaging;
using Jirani.Infrastructure.Settings;
using Jirani.Web.Migration;
using Jirani.Web.Observability;
using Jirani.Web.Settings;
using Jirani.Web.Simulator;
using Jirani.Web.Webhooks;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (args.Contains("migrate"))
{
    return await MigrateCommand.RunAsync(builder.Configuration, CancellationToken.None);
}

builder.Services.AddSettings<PublicSiteOptions>(PublicSiteOptions.Section);
builder.Services.AddSettings<FlutterwaveOptions>(FlutterwaveOptions.Section);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabases();
builder.Services.AddSingleton<LiveFeed>();
builder.Services.AddHealth();
builder.Services.AddPeople();
builder.Services.AddMessaging();
builder.Services.AddWebhooks();
builder.AddSimulator();

var app = builder.Build();
if (!app.HasSettings())
{
    return 1;
}

app.UseRateLimiter();
app.MapHealth();
app.MapWhatsAppWebhook();
app.MapSimulator();

await app.RunAsync();
return 0;
