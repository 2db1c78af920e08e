using System.Net;
using System.Text;
using Jirani.Tests.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

public sealed class FlutterwaveWebhookTests(ServedApp served) : PaymentFlowTest(served.App), IClassFixture<ServedApp>
{
    private static readonly byte[] _body = Encoding.UTF8.GetBytes("""{"webhook_id":"wbk_forged","type":"charge.completed","data":{"id":"chg_1","status":"succeeded"}}""");

    public static TheoryData<string> Forged { get; } =
    [
        "", "not base64", AppSettings.FlutterwaveWebhookSecret, Convert.ToBase64String(new byte[32]), Convert.ToBase64String(new byte[16]),
        Sign([.. _body, (byte)' ']), Sign(_body).ToUpperInvariant(), $" {Sign(_body)}x",
    ];

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_wrong_signature_stores_nothing(string signature)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(_body, signature));
        Assert.Equal(0, await ValueAsync<long>("select count(*) from payment_events where event_id = 'wbk_forged'"));
    }

    [Fact]
    public async Task Without_a_signature_nothing_is_stored()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await TellAsync(_body, null));
        Assert.Equal(0, await ValueAsync<long>("select count(*) from payment_events where event_id = 'wbk_forged'"));
    }

    [Fact]
    public async Task One_delivery_fifty_times_at_once_is_kept_once()
    {
        var body = Success(Guid.NewGuid(), "wbk_fifty");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TellAsync(body, Sign(body))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(1, await ValueAsync<long>("select count(*) from payment_events where event_id = 'wbk_fifty'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    public async Task What_cannot_be_read_is_kept_for_a_person(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var before = await QuarantinedAsync("unreadable");

        Assert.Equal(HttpStatusCode.OK, await TellAsync(body, Sign(body)));
        Assert.Equal(before + 1, await QuarantinedAsync("unreadable"));
    }

    [Theory]
    [InlineData("""{"webhook_id":"wbk_transfer","type":"transfer.disburse","data":{"id":"trf_1","status":"SUCCESSFUL"}}""", "wbk_transfer")]
    [InlineData("""{"webhook_id":"wbk_odd","type":"something.new","data":[1,2]}""", "wbk_odd")]
    public async Task A_kind_that_nothing_acts_on_is_kept_and_left_alone(string text, string id)
    {
        var body = Encoding.UTF8.GetBytes(text);

        Assert.Equal(HttpStatusCode.OK, await TellAsync(body, Sign(body)));
        await WaitUntil.TrueAsync("it is looked at", () => ValueAsync<bool>("select outcome is not distinct from 'ignored' from payment_events where event_id = $1", id), Cancel);
    }

    [Fact]
    public async Task More_than_four_mebibytes_are_too_much()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await TellAsync(new byte[(4 * 1024 * 1024) + 1], Sign(_body)));
    }
}
