using System.Net;
using System.Text.Json;
using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;

namespace Jirani.Tests.Observability;

/// <summary>Everything the process writes at its most talkative, searched for what must never stand there.</summary>
public sealed class LogCanaryTests(PostgresFixture postgres)
{
    private const string Text = "canary-of-a-message";
    private const string Phone = "254798123456";
    private const string Name = "Canary Wanjiku";

    /// <summary>What a field could bring to end its line and begin a forged one.</summary>
    private const string Forged = "ADD X\r\n{\"Forged\":\"line\"}\u001b[31m\u2028end";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_texts_nor_numbers_nor_names_nor_secrets_are_written_and_each_line_is_one_event()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        var secret = AppSettings.AppSecret;
        await using var app = await AppProcess.StartAsync(database, Cancel, settings: new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Trace" });
        var meta = new Meta(app.Client);

        var id = $"wamid.{Text}";
        var body = SignedMessage.Body(Cast.MamaNjeri.PhoneNumberId, Phone, MessageOf(id, Text), MessageOf(SignedMessage.NewId(), Forged));
        await meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "reset" }, new { kind = "error", status = 400, code = 131026, details = Text });
        await PostAsync(app, body, HttpStatusCode.OK);
        await PostAsync(app, SignedMessage.Body(Cast.MamaNjeri.PhoneNumberId, Phone, MessageOf(SignedMessage.NewId(), "CART")), HttpStatusCode.OK);
        await PostAsync(app, body, HttpStatusCode.Unauthorized, SignedMessage.Signature(body, "canary-of-a-wrong-secret"));
        await PostAsync(app, [.. body, (byte)'}'], HttpStatusCode.OK);
        await meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);
        await app.Client.GetAsync($"/store/mama-njeri/checkout?session=wa:{Phone}&order={Guid.NewGuid()}", Cancel);
        await app.Client.GetAsync($"/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token={Text}", Cancel);
        await app.SignalAsync("TERM", Cancel);
        await app.WaitForExitAsync(Cancel);

        string[] canaries =
            [Text, Phone, Name, "Wanjiku", "Forged", secret, "simulator-token", "session=", "Password=", AppSettings.FlutterwaveWebhookSecret, SignedMessage.Signature(body)["sha256=".Length..]];
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, app.Output, StringComparison.OrdinalIgnoreCase));
        Assert.All(app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line =>
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        await database.AssertInvariantsAsync(Cancel);
    }

    private static object MessageOf(string id, string text) => new
    {
        from = Phone,
        id,
        timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        type = "text",
        text = new { body = text },
    };

    private static async Task PostAsync(AppProcess app, byte[] body, HttpStatusCode expected, string? signature = null)
    {
        using var request = SignedMessage.Post(body, signature: signature);
        using var answer = await app.Client.SendAsync(request, Cancel);
        Assert.Equal(expected, answer.StatusCode);
    }
}
