using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Payments;

/// <summary>Random histories of payments, many at once on one database, with answers that get lost and connections that are cut.</summary>
public sealed class PaymentHistoryTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const int Rounds = 50;
    private const int InARound = 40;
    private const int AtOnce = 6;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_nothing_is_credited_twice_lost_or_without_proof()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var provider = new PlayedProvider(seed);
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup
        {
            Gateway = provider,
            Settings = new Dictionary<string, string> { ["WhatsApp__AccessToken"] = "" },
        });
        var random = new Random(seed);
        var owner = await app.Database.ValueAsync<Guid>(
            Actor.Superuser, "select user_id from store_settings where store_slug = $1", Cancel, Cast.MamaNjeri.Slug);

        for (var round = 0; round < Rounds; round++)
        {
            var orders = await UnpaidOrders.AddAsync(app.Database, InARound, Cancel);
            var histories = orders.Select(order => new PaymentHistory(app, provider, (order, owner), new Random(random.Next()))).ToList();
            await Parallel.ForEachAsync(
                histories, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel },
                async (history, cancellation) => await history.RunAsync(cancellation));
            await app.Database.AssertInvariantsAsync(Cancel);
        }

        provider.IsReliable = true;
        await EndAsync(app);
        await TellWhatWasGivenUpAsync(app, provider);
        await AssertBooksAgreeAsync(app, provider);
    }

    /// <summary>Everything that waits is taken up until nothing is left that the provider could still tell.</summary>
    private static async Task EndAsync(JiraniApp app)
    {
        await DueAsync(app, "update payment_events set due_at = now() where due_at is not null");
        await DueAsync(app, "update payment_refunds set poll_at = now() where status = 'pending'");
        await DueAsync(app, "update payment_transactions set poll_at = now() where status = 'pending' or poll_at is not null");
        await WaitUntil.TrueAsync("every payment was asked about", () => app.Database.ValueAsync<bool>(Actor.Superuser, """
            select not exists (select from payment_transactions where poll_at <= now() + interval '1 minute' and polls = 0 and status = 'pending')
               and not exists (select from payment_transactions where poll_at <= now())
               and not exists (select from payment_events where due_at <= now())
            """, Cancel), TimeSpan.FromMinutes(1), Cancel);
        for (var turn = 0; turn < 3; turn++)
        {
            await DueAsync(app, "update payment_refunds set poll_at = now() where status = 'pending'");
            await WaitUntil.TrueAsync("every refund was asked about", () => app.Database.ValueAsync<bool>(
                Actor.Superuser, "select not exists (select from payment_refunds where poll_at <= now())", Cancel), TimeSpan.FromMinutes(1), Cancel);
        }
    }

    /// <summary>The app works on the same rows, in an order of its own.</summary>
    private static async Task DueAsync(JiraniApp app, string statement)
    {
        try
        {
            await app.Database.ExecuteAsync(Actor.Superuser, statement, Cancel);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            await DueAsync(app, statement);
        }
    }

    /// <summary>Nobody asks about a payment any more that had no answer for a day; a success that still comes is told by the provider.</summary>
    private static async Task TellWhatWasGivenUpAsync(JiraniApp app, PlayedProvider provider)
    {
        var failed = await app.Database.ListAsync<Guid>(Actor.Superuser, "select id from payment_transactions where status = 'failed'", Cancel);
        foreach (var charge in failed.Select(provider.Find).OfType<PlayedCharge>().Where(charge => charge.Taken.Amount > 0))
        {
            await charge.TellAsync(app, Cancel);
        }

        await WaitUntil.TrueAsync("everything told was heard", () => app.Database.ValueAsync<bool>(
            Actor.Superuser, "select not exists (select from payment_events where due_at is not null)", Cancel), TimeSpan.FromMinutes(1), Cancel);
    }

    /// <summary>What the provider took and gave back is in the ledger, once each, and nothing else is.</summary>
    private static async Task AssertBooksAgreeAsync(JiraniApp app, PlayedProvider provider)
    {
        var taken = provider.Charges.Where(charge => charge.Taken.Amount > 0).Select(charge => charge.Id).Order().ToList();
        var returned = provider.Refunds.Where(refund => !refund.Fails).Select(refund => refund.ProviderId).Order().ToList();

        await AssertMuchHappenedAsync(app);
        Assert.Equal(taken, await BookedAsync(app, "charge"));
        Assert.Equal(returned, await BookedAsync(app, "refund"));
        Assert.Equal(
            provider.Charges.Sum(charge => charge.Taken.Amount) - provider.Refunds.Where(refund => !refund.Fails).Sum(refund => refund.Amount.Amount),
            await app.Database.ValueAsync<decimal>(Actor.Superuser, """
                select -sum(e.amount) from ledger_entries e
                join ledger_accounts a on a.id = e.account_id join ledger_transactions t on t.id = e.transaction_id
                where a.code in ('sales', 'suspense') and t.provider = 'flutterwave' and t.kind in ('charge', 'refund')
                """, Cancel));
    }

    /// <summary>Histories in which nothing of note happens would prove nothing.</summary>
    private static async Task AssertMuchHappenedAsync(JiraniApp app)
    {
        var happened = await app.Database.ListAsync<string>(Actor.Superuser, "select kind from order_events group by kind having count(*) >= 5", Cancel);
        string[] all = ["paid", "payment_failed", "payment_in_review", "paid_in_cash", "expired", "reopened", "refund_asked", "refund_failed", "refunded_whole"];

        Assert.Empty(all.Except(happened));
    }

    private static async Task<List<string>> BookedAsync(JiraniApp app, string kind) => [.. (await app.Database.ListAsync<string>(
        Actor.Superuser, "select provider_id from ledger_transactions where provider = 'flutterwave' and kind = $1", Cancel, kind)).Order()];
}
