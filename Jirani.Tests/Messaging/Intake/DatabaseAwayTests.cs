using System.Diagnostics;
using System.Net;
using System.Text;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Intake;

/// <summary>While the database is away nobody hears 200, and afterwards nobody needs a restart.</summary>
public sealed class DatabaseAwayTests(DatabaseAwayTests.Wired served) : AppTest(served.App), IClassFixture<DatabaseAwayTests.Wired>
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(4);

    private WireProxy Wire => served.Wire;

    [Theory]
    [InlineData("")]
    [InlineData("/mama-njeri")]
    public async Task A_cut_wire_answers_503_and_a_mended_one_200(string path)
    {
        var phone = NewPhone();
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "CART");
        Wire.Cut();

        var (answer, took) = await PostAsync(body, path);
        Wire.Mend();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
        Assert.InRange(took, TimeSpan.Zero, _soon);
        await AcceptedAgainAsync(body, path);
        await SettledAsync();
        Assert.Single(await RepliesAsync(phone));
    }

    [Fact]
    public async Task A_silent_wire_answers_503_while_the_process_lives()
    {
        var phone = NewPhone();
        var bodies = Enumerable.Range(0, 50).Select(_ => SignedMessage.Text(Store.PhoneNumberId, phone, "Habari")).ToArray();
        Wire.IsBlackHole = true;

        var answers = await Task.WhenAll(bodies.Select((body, place) => PostAsync(body, place % 2 == 0 ? "" : "/mama-njeri")));
        using var live = await App.Client.GetAsync("/health/live", Cancel);
        using var ready = await App.Client.GetAsync("/health/ready", Cancel);
        Wire.IsBlackHole = false;

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
        Assert.All(answers, answer => Assert.InRange(answer.Took, TimeSpan.Zero, _soon));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        foreach (var body in bodies)
        {
            await AcceptedAgainAsync(body, "");
        }

        Assert.Equal(50, await ValueAsync<long>("select count(*) from messaging_log where customer_phone = $1 and message_type = 'inbound'", phone));
    }

    [Fact]
    public async Task A_batch_that_was_kept_although_its_answer_was_lost_is_known_when_it_comes_again()
    {
        var phone = NewPhone();
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "ADD SUGAR-1KG");
        Wire.SwallowAnswerTo = SwallowsOnce("wamid.test");

        var (answer, _) = await PostAsync(body, "");
        await AcceptedAgainAsync(body, "");
        await SettledAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
        Assert.Single(await RepliesAsync(phone));
        Assert.Equal(1m, await QuantityAsync(phone));
    }

    [Fact]
    public async Task A_reply_whose_commit_was_not_confirmed_is_not_written_twice()
    {
        var phone = NewPhone();
        await AskAsync(phone, "CART");
        Wire.SwallowAnswerTo = SwallowsOnce("cart_items");
        await App.SendTextAsync(Store, phone, "ADD SUGAR-1KG", Cancel);
        await App.SendTextAsync(Store, phone, "ADD SUGAR-1KG", Cancel);

        await SettledAsync();

        Assert.Equal(3, (await RepliesAsync(phone)).Count);
        Assert.Equal(2m, await QuantityAsync(phone));
    }

    [Fact]
    public async Task A_database_that_only_reads_answers_503()
    {
        var body = SignedMessage.Text(Store.PhoneNumberId, NewPhone(), "CART");
        await ExecuteAsync($"alter database {Database.Name} set default_transaction_read_only = on");
        await DropConnectionsAsync();

        // The first may find a dropped connection; each later one is refused by the server itself.
        for (var time = 0; time < 10; time++)
        {
            var (answer, took) = await PostAsync(body, "");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
            Assert.InRange(took, TimeSpan.Zero, _soon);
        }

        await ExecuteAsync($"set transaction read write; alter database {Database.Name} set default_transaction_read_only = off");
        await DropConnectionsAsync();
        await AcceptedAgainAsync(body, "");
    }

    /// <summary>The batch reaches the server; the connection ends where the answer should come.</summary>
    private static Func<ReadOnlyMemory<byte>, bool> SwallowsOnce(string marker)
    {
        var (bytes, left) = (Encoding.UTF8.GetBytes(marker), 1);
        return piece => piece.Span.IndexOf(bytes) >= 0 && Interlocked.Decrement(ref left) == 0;
    }

    private Task<int> DropConnectionsAsync() => ExecuteAsync(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like 'jirani%'");

    private Task<decimal> QuantityAsync(string phone) => ValueAsync<decimal>(
        "select coalesce(sum(i.quantity), 0) from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1", phone);

    private async Task<(HttpStatusCode Status, TimeSpan Took)> PostAsync(byte[] body, string path)
    {
        var begun = Stopwatch.GetTimestamp();
        return (await App.PostSignedAsync(body, Cancel, $"/webhooks/whatsapp{path}"), Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>As Meta does: again until it is 200, which must be soon.</summary>
    private Task AcceptedAgainAsync(byte[] body, string path) => WaitUntil.TrueAsync(
        "the message is accepted", async () => (await PostAsync(body, path)).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(10), Cancel);

    public sealed class Wired(PostgresFixture postgres) : ServedApp(postgres), IAsyncDisposable
    {
        private WireProxy? _wire;

        public WireProxy Wire => _wire ??= Server();

        protected override JiraniAppSetup Setup => base.Setup with { Wire = Wire };

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await DisposeAsync();
            await Wire.DisposeAsync();
        }

        private static WireProxy Server()
        {
            var server = new Npgsql.NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("JIRANI_TEST_PG"));
            return new WireProxy(server.Host ?? "127.0.0.1", server.Port);
        }
    }
}
