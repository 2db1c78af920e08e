using System.Net;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Flutterwave;

public sealed class V3WebhookTests(PostgresFixture postgres)
{
    private const string Secret = AppSettings.FlutterwaveWebhookSecret;

    private static readonly JiraniAppSetup _setup = new()
    {
        Settings = new Dictionary<string, string>
        {
            ["Flutterwave__Version"] = "V3",
            ["Flutterwave__SecretKey"] = "FLWSECK_TEST-simulator",
            ["Flutterwave__SignatureMode"] = "VerifHash",
        },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_app_starts_with_version_3_and_takes_its_webhooks_only()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, _setup);

        Assert.True(app.Services.GetRequiredService<IPaymentGateway>().AsksThePayer);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(app, "verif-hash", Secret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(app, "Verif-Hash", Secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app, "flutterwave-signature", Secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app, "verif-hash", "another-secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app, "verif-hash", Secret, Secret));
        Assert.Equal(1, await app.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from payment_events where source = 'webhook'", Cancel));
    }

    private static async Task<HttpStatusCode> PostAsync(JiraniApp app, string header, params string[] values)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/flutterwave");
        request.Content = new ByteArrayContent(Samples.Bytes("v3_webhook_charge_completed_successful.json"));
        request.Headers.Add(header, values);
        using var response = await app.Client.SendAsync(request, Cancel);
        return response.StatusCode;
    }
}
