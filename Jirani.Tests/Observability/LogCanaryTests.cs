using System.Text.Json;
using Jirani.Tests.Support;

namespace Jirani.Tests.Observability;

public sealed class LogCanaryTests(PostgresFixture postgres)
{
    private const string Canary = "ADD CANARY-IN-A-COAL-MINE\r\nfake line";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_it_writes_holds_a_message_a_number_a_secret_or_a_query()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        var loud = new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Debug" };
        await using var app = await AppProcess.StartAsync(database, Cancel, settings: loud);

        using var message = SignedMessage.Post(SignedMessage.Text("100000000000001", Cast.Otieno, Canary, SignedMessage.NewId()), "/webhooks/whatsapp");
        (await app.Client.SendAsync(message, Cancel)).Dispose();
        (await app.Client.GetAsync($"/store/mama-njeri/checkout?session=wa:{Cast.Otieno}&order={Guid.NewGuid()}", Cancel)).Dispose();
        await WaitUntil.TrueAsync("the reply is with the customer", async () => await database.ValueAsync<long>(
            Actor.Superuser, "select count(*) from messaging_log where status = 'read'", Cancel) > 0, Cancel);

        foreach (var secret in new[] { "CANARY", "COAL", Cast.Otieno, AppSettings.AppSecret, "simulator-token", "session=", "Password=" })
        {
            Assert.DoesNotContain(secret, app.Output, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Every_line_it_writes_is_one_event_in_json()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        await using var app = await AppProcess.StartAsync(database, Cancel);

        foreach (var line in app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var entry = JsonDocument.Parse(line);
            Assert.True(entry.RootElement.TryGetProperty("Timestamp", out _));
        }
    }
}
