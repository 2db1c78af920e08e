using System.Net;
using System.Security.Cryptography;
using Jirani.Tests.Support;

namespace Jirani.Tests.Stores;

public sealed class LostKeyRingTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_app_with_another_wrapping_key_serves_keeps_the_replies_and_says_what_to_do()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        var port = Port.Free();
        await using (await AppProcess.StartAsync(database, Cancel, port))
        {
            var connected = await CommandRun.OfAsync(database, port, ["connect", Cast.MamaNjeri.Slug, Cast.MamaNjeri.PhoneNumberId, "+254700000001"], Cancel,
                new() { ["JIRANI_STORE_TOKEN"] = NewShop.Token });
            Assert.True(connected.ExitCode == 0, connected.Error);
        }

        await using var locked = await AppProcess.StartAsync(database, Cancel, port, settings: new Dictionary<string, string>
        {
            ["DataProtection__WrappingKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        });
        using var answer = await locked.Client.SendAsync(SignedMessage.Post(SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, "HELP")), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await WaitUntil.TrueAsync("the log says what to do", () =>
            Task.FromResult(locked.Output.Contains("set the DataProtection:WrappingKey", StringComparison.Ordinal)), Cancel);
        Assert.Equal("queued", await database.ValueAsync<string>(Actor.Superuser, "select status from messaging_log where message_type <> 'inbound'", Cancel));
        Assert.Equal(HttpStatusCode.OK, (await locked.Client.GetAsync("/health/live", Cancel)).StatusCode);
    }
}
