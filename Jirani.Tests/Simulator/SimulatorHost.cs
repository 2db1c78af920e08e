using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Jirani.Web.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jirani.Tests.Simulator;

/// <summary>The simulator alone on a port of its own, with a receiver for its webhooks. No database.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    public const string Token = "a-token-of-this-test";
    public const string Number = "100000000000001";
    public const string Otieno = "254733905117";

    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app, WebhookReceiver receiver)
    {
        _app = app;
        Receiver = receiver;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First() + "/simulator/graph/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public WebhookReceiver Receiver { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<SimulatorHost> StartAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings) =>
        StartAsync(TimeProvider.System, cancellationToken, settings);

    public static async Task<SimulatorHost> StartAsync(
        TimeProvider time, CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var receiver = await WebhookReceiver.StartAsync(cancellationToken);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Simulator:Enabled"] = "true",
            ["Simulator:WebhookUrl"] = receiver.Url.ToString(),
            ["Simulator:Flutterwave:WebhookUrl"] = receiver.PaymentUrl.ToString(),
            ["Flutterwave:WebhookSecret"] = WebhookReceiver.Secret,
            ["WhatsApp:AppSecret"] = WebhookReceiver.Secret,
            ["WhatsApp:AccessToken"] = Token,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value));
        builder.Services.AddSingleton(time);
        builder.AddSimulator();
        var app = builder.Build();
        app.MapSimulator();
        await app.StartAsync(cancellationToken);
        return new SimulatorHost(app, receiver);
    }

    /// <summary>A message that Meta would accept, to be spoilt by a test.</summary>
    public static object Text(string body = "Karibu", string to = Otieno, string? callback = null) => new
    {
        messaging_product = "whatsapp",
        recipient_type = "individual",
        to,
        type = "text",
        text = new { body },
        biz_opaque_callback_data = callback,
    };

    public Task<HttpResponseMessage> SendAsync(object message, CancellationToken cancellationToken, string number = Number) =>
        Http.PostAsJsonAsync($"v26.0/{number}/messages", message, _withoutNulls, cancellationToken);

    public Task<HttpResponseMessage> SendRawAsync(string json, CancellationToken cancellationToken) =>
        Http.PostAsync(new Uri($"v26.0/{Number}/messages", UriKind.Relative), new StringContent(json), cancellationToken);

    public async Task ScriptAsync(CancellationToken cancellationToken, params object[] faults)
    {
        using var answer = await Http.PostAsJsonAsync("faults", new { phoneNumberId = Number, next = faults }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> LedgerAsync(CancellationToken cancellationToken, string query = "") =>
        Http.GetFromJsonAsync<JsonElement>("ledger" + query, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private static readonly JsonSerializerOptions _withoutNulls = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}
