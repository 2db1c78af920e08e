using System.Text;
using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Settings;
using Jirani.Tests.Support;
using Jirani.Tests.WhatsApp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Flutterwave;

/// <summary>Answers that must not be taken for what they look like.</summary>
public sealed class GatewayFaultTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private const string Reference = "jir0123456789abcdef0123456789abcdef";
    private const string Ok = "200 OK";
    private const string Token = """{"access_token":"a-token","expires_in":600}""";
    private const string Named = """{"data":{"id":"id_1"}}""";
    private const string NotSetUp = "The shop's mobile money is not set up right. Pay another way, or ask the shop.";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1795460000));
    private readonly List<string> _calls = [];

    private static ChargeRequest Request { get; } = new()
    {
        AttemptId = Guid.NewGuid(),
        Reference = Reference,
        Amount = new Money(45_000, new Currency("UGX")),
        CustomerId = Guid.NewGuid(),
        OrderNumber = "1043",
        StoreName = "Nakato Fresh",
        Payer = new PayerNumber("256", "700000001"),
        Network = "MTN",
        ReturnTo = new Uri("https://pay.example.com/return"),
    };

    [Theory]
    [InlineData("""{"data":[{"id":"chg_2","reference":"other"},{"id":"chg_1","reference":"jir0123456789abcdef0123456789abcdef"}]}""", "chg_1")]
    [InlineData("""{"data":[{"id":"chg_2","reference":"other","status":"succeeded"}]}""", "Unknown")]
    [InlineData("""{"data":[]}""", "NotFound")]
    [InlineData("""{"data":{"id":"chg_2"}}""", "Unknown")]
    [InlineData("<html>Sorry</html>", "Unknown")]
    public async Task A_charge_is_found_by_its_reference_and_no_other_is_taken_for_it(string body, string expected)
    {
        await using var peer = Playing(_ => (Ok, body));

        var outcome = await Gateway(peer).QueryAsync(Reference, null, Cancel);

        Assert.Equal(expected, (outcome as QueryOutcome.Found)?.Charge.ChargeId ?? outcome.GetType().Name);
    }

    [Theory]
    [InlineData("""{"error":{"code":"1110404","message":"Charge not found"}}""", "NotFound")]
    [InlineData("Cannot GET /v4/charges", "Unknown")]
    public async Task Only_Flutterwave_itself_knows_no_such_charge(string body, string expected)
    {
        await using var peer = Playing(_ => ("404 Not Found", body));

        Assert.Equal(expected, (await Gateway(peer).QueryAsync(Reference, "chg_1", Cancel)).GetType().Name);
    }

    [Theory]
    [InlineData("""{"data":[{"id":"rfd_1","charge_id":"chg_1","amount_refunded":45000,"status":"succeeded"}]}""", "rfd_1")]
    [InlineData("""{"data":[]}""", "Refused")]
    [InlineData("""{"data":[{"id":"1","charge_id":"chg_1","amount_refunded":45000},{"id":"2","charge_id":"chg_1","amount_refunded":45000}]}""", "Unknown")]
    [InlineData("<html>Sorry</html>", "Unknown")]
    public async Task A_refund_whose_answer_was_lost_is_found_where_it_was_made_before(string list, string expected)
    {
        await using var peer = Playing(call => call.StartsWith("POST", StringComparison.Ordinal)
            ? ("400 Bad Request", """{"error":{"code":"1404400","message":"Already refunded"}}""")
            : (Ok, list));

        var outcome = await Gateway(peer).RefundAsync(new RefundRequest(Guid.NewGuid(), "chg_1", Request.Amount, IsDuplicate: false), Cancel);

        Assert.Equal(expected, (outcome as RefundOutcome.Known)?.RefundId ?? outcome.GetType().Name);
    }

    [Fact]
    public async Task Without_a_token_nothing_was_begun_and_the_payer_is_told_so()
    {
        await using var peer = Playing(
            _ => throw new InvalidOperationException(), "401 Unauthorized", """{"error":"invalid_client","error_description":"Invalid client"}""");

        Assert.Equal(new StartOutcome.Refused("invalid_client", NotSetUp), await Gateway(peer).StartAsync(Request, Cancel));
        Assert.Single(_calls);
    }

    [Theory]
    [InlineData("502 Bad Gateway\r\nRetry-After: 0", "Unknown")]
    [InlineData("502 Bad Gateway\r\nRetry-After: Sun, 01 Nov 1998 00:00:00 GMT", "Unknown")]
    [InlineData("429 Too Many Requests\r\nRetry-After: 0", "Refused")]
    public async Task Credentials_that_stop_working_do_not_undo_a_charge_that_may_have_been_begun(string first, string expected)
    {
        var charges = 0;
        await using var peer = Playing(call => !call.Contains("/charges", StringComparison.Ordinal) ? (Ok, Named)
            : charges++ == 0 ? (first, "") : ("403 Forbidden", ""));

        Assert.Equal(expected, (await Gateway(peer).StartAsync(Request, Cancel)).GetType().Name);
    }

    [Theory]
    [InlineData("400 Bad Request", "<html>Sorry</html>", "Unknown")]
    [InlineData("302 Found", "", "Unknown")]
    [InlineData("429 Too Many Requests\r\nRetry-After: 3600", "", "Unknown")]
    [InlineData("400 Bad Request", """{"error":{"code":"1130400"}}""", "Refused")]
    public async Task A_charge_is_refused_only_in_Flutterwaves_own_words(string head, string body, string expected)
    {
        await using var peer = Playing(call => call.Contains("/charges", StringComparison.Ordinal) ? (head, body) : (Ok, Named));

        Assert.Equal(expected, (await Gateway(peer).StartAsync(Request, Cancel)).GetType().Name);
    }

    [Fact]
    public async Task A_charge_that_exists_already_leads_on_to_where_it_led_before()
    {
        const string page = """{"type":"redirect_url","redirect_url":{"url":"https://pay.test/1"}}""";
        await using var peer = Playing(call =>
            call.StartsWith("POST /graph/charges", StringComparison.Ordinal) ? ("409 Conflict", """{"error":{"code":"1100409"}}""")
            : call.StartsWith("GET", StringComparison.Ordinal)
                ? (Ok, $$"""{"data":[{"id":"chg_1","reference":"{{Reference}}","status":"pending","next_action":{{page}}}]}""")
            : (Ok, Named));

        var started = Assert.IsType<StartOutcome.Started>(await Gateway(peer).StartAsync(Request, Cancel));

        Assert.Equal(("chg_1", new NextAction.Redirect(new Uri("https://pay.test/1"))), (started.Charge?.ChargeId, started.Next));
    }

    [Fact]
    public async Task All_steps_together_have_half_a_minute()
    {
        await using var peer = Playing(call =>
        {
            _clock.Advance(TimeSpan.FromSeconds(16));
            return (Ok, Named);
        });

        Assert.Equal(new StartOutcome.Unknown("no answer"), await Gateway(peer).StartAsync(Request, Cancel));
        Assert.DoesNotContain(_calls, call => call.Contains("/charges", StringComparison.Ordinal));
    }

    /// <summary>Gives a token, and to every call what the test says.</summary>
    private LoopbackPeer Playing(Func<string, (string Head, string Body)> play, string tokenHead = Ok, string tokenBody = Token) =>
        new(async (socket, cancellationToken) =>
        {
            var call = (await LoopbackPeer.ReadRequestAsync(socket, cancellationToken)).Split("\r\n")[0];
            _calls.Add(call);
            var (head, body) = call.Contains("/token", StringComparison.Ordinal) ? (tokenHead, tokenBody) : play(call);
            var answer = $"HTTP/1.1 {head}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
            await socket.SendAsync(Encoding.UTF8.GetBytes(answer), cancellationToken);
        });

    private IPaymentGateway Gateway(LoopbackPeer peer)
    {
        var settings = new Dictionary<string, string?>
        {
            ["PUBLIC_SITE_URL"] = "https://shop.example.org",
            ["Flutterwave:TokenUrl"] = $"{peer.Address}token",
            ["Flutterwave:BaseUrl"] = peer.Address.AbsoluteUri,
            ["Flutterwave:ClientId"] = "client",
            ["Flutterwave:ClientSecret"] = "a-client-secret",
            ["Flutterwave:WebhookSecret"] = "a-webhook-secret",
        };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(ServiceDatabase.Create(Database.ConnectionString(Login.Service)))
            .AddLogging()
            .AddSettings<PublicSiteOptions>(PublicSiteOptions.Section)
            .AddFlutterwave()
            .BuildServiceProvider()
            .GetRequiredService<IPaymentGateway>();
    }
}
