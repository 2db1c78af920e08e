using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Observability;

/// <summary>What leaves the app where a collector is set arrives there, and holds nothing of customers.</summary>
public sealed class TelemetryTests(PostgresFixture postgres)
{
    private const string Canary = "canary-in-a-coal-mine";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_reach_a_collector_and_tell_of_no_customer()
    {
        await using var collector = await Collector.StartAsync(Cancel);
        await using var database = await postgres.SeededAsync(Cancel);
        await using var app = await AppProcess.StartAsync(database, Cancel, settings: new Dictionary<string, string> { ["Otlp__Endpoint"] = collector.OtlpEndpoint });

        await PostAsync(app, HttpStatusCode.OK);
        (await app.Client.GetAsync($"/store/mama-njeri/checkout?session=wa:{Cast.Otieno}&order={Guid.NewGuid()}", Cancel)).Dispose();
        await app.SignalAsync("TERM", Cancel);
        await app.WaitForExitAsync(Cancel);

        var traces = collector.Taken("/opentelemetry.proto.collector.trace.v1.TraceService/Export");
        var metrics = collector.Taken("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");
        Assert.Contains(traces, sent => sent.Contains("/webhooks/whatsapp", StringComparison.Ordinal));
        Assert.Contains(metrics, sent => sent.Contains("jirani", StringComparison.Ordinal));
        AssertSilent([.. traces, .. metrics]);
    }

    [Fact]
    public async Task An_error_is_reported_to_Sentry_and_tells_of_no_customer()
    {
        await using var collector = await Collector.StartAsync(Cancel);
        await using var database = await postgres.SeededAsync(Cancel);
        await using var wire = WireProxy.To(database);
        await using var app = await AppProcess.StartAsync(
            database, Cancel, wire: wire, settings: new Dictionary<string, string> { ["Sentry__Dsn"] = collector.SentryDsn });

        wire.Cut();
        await PostAsync(app, HttpStatusCode.ServiceUnavailable);
        await WaitUntil.TrueAsync("the report has arrived", () => Task.FromResult(
            Reports(collector).Exists(report => report.Contains("were not kept", StringComparison.Ordinal))), TimeSpan.FromSeconds(20), Cancel);

        AssertSilent(Reports(collector));
    }

    private static List<string> Reports(Collector collector) => collector.Taken("/api/1/envelope/");

    private static async Task PostAsync(AppProcess app, HttpStatusCode expected)
    {
        using var message = SignedMessage.Post(SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, Canary, SignedMessage.NewId()), "/webhooks/whatsapp");
        using var answer = await app.Client.SendAsync(message, Cancel);
        Assert.Equal(expected, answer.StatusCode);
    }

    private static void AssertSilent(List<string> sent)
    {
        foreach (var secret in new[] { Canary, Cast.Otieno, AppSettings.AppSecret, "simulator-token", "Password=" })
        {
            Assert.DoesNotContain(sent, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
