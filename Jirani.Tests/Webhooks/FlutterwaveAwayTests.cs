using System.Net;
using Jirani.Tests.Messaging.Intake;
using Jirani.Tests.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

/// <summary>While the database is away the provider does not hear 200, and what it delivers again is kept once.</summary>
public sealed class FlutterwaveAwayTests(DatabaseAwayTests.Wired served) : PaymentFlowTest(served.App), IClassFixture<DatabaseAwayTests.Wired>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_webhook_that_cannot_be_kept_is_503_and_kept_once_when_it_comes_again(bool isSilent)
    {
        var id = $"wbk_{Guid.NewGuid():N}";
        var body = Success(Guid.NewGuid(), id);
        served.Wire.IsBlackHole = isSilent;
        if (!isSilent)
        {
            served.Wire.Cut();
        }

        var away = await TellAsync(body, Sign(body));
        served.Wire.IsBlackHole = false;
        served.Wire.Mend();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away);
        await WaitUntil.TrueAsync("it is taken", async () => await TellAsync(body, Sign(body)) == HttpStatusCode.OK, Cancel);
        Assert.Equal(HttpStatusCode.OK, await TellAsync(body, Sign(body)));
        Assert.Equal(1, await ValueAsync<long>("select count(*) from payment_events where event_id = $1", id));
    }
}
