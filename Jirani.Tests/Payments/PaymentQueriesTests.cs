using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

/// <summary>What an owner sees of the money, and of nobody else's.</summary>
public sealed class PaymentQueriesTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var store in new[] { Cast.MamaNjeri, Cast.NakatoFresh })
        {
            await StoreRows.AddStoreAsync(Database, store, Cancel);
            await PaymentRecords.AddAsync(Database, store, Cancel);
        }
    }

    [Theory]
    [InlineData(PaymentScope.Any, "1042 1041 1036")]
    [InlineData(PaymentScope.Paid, "1041")]
    [InlineData(PaymentScope.Waiting, "")]
    [InlineData(PaymentScope.InReview, "1036")]
    [InlineData(PaymentScope.Failed, "1042")]
    [InlineData(PaymentScope.Refunded, "")]
    public async Task A_filter_shows_its_own_newest_first(PaymentScope scope, string orders) =>
        Assert.Equal(orders, Numbers(await ListAsync(new PaymentFilter(scope))));

    [Theory]
    [InlineData("1041", "1041")]
    [InlineData(" #1041 ", "1041")]
    [InlineData("0722 418 093", "1042")]
    [InlineData("+254 (722) 418-093", "1042")]
    [InlineData("418093", "1042")]
    [InlineData("0798 115 302", "1041")]
    [InlineData("+254798115302", "1041")]
    [InlineData("otieno", "1041")]
    [InlineData("100%", "1042")]
    [InlineData("chg-mama-njeri-1036", "1036")]
    [InlineData("JIR-mama-njeri-1036", "1036")]
    [InlineData("chg-nakato-fresh-1036", "")]
    [InlineData("%", "1042")]
    [InlineData("nobody", "")]
    public async Task A_search_finds_by_order_phone_name_receipt_and_reference(string words, string orders) =>
        Assert.Equal(orders, Numbers(await ListAsync(new PaymentFilter(PaymentScope.Any, words))));

    [Fact]
    public async Task A_page_goes_on_below_the_last_row_of_the_one_before()
    {
        var first = await ListAsync(PaymentFilter.All, count: 2);
        var second = await ListAsync(PaymentFilter.All, first.Rows[^1], 2);

        Assert.Equal(("1042 1041", true), (Numbers(first), first.HasOlder));
        Assert.Equal(("1036", false), (Numbers(second), second.HasOlder));
    }

    [Fact]
    public async Task Whoever_is_not_of_the_store_sees_nothing_and_may_do_nothing()
    {
        var foreign = await ListAsync(PaymentFilter.All, asker: Cast.NakatoFresh.OwnerId);
        var found = await ListAsync(new PaymentFilter(PaymentScope.Any, "1041"), asker: Guid.NewGuid());

        Assert.Equal((0, 0, PaymentRights.None), (foreign.Rows.Count, foreign.InReview, foreign.Rights));
        Assert.Equal((0, 0, PaymentRights.None), (found.Rows.Count, found.InReview, found.Rights));
    }

    [Theory]
    [InlineData("manager", PaymentRights.See, 3)]
    [InlineData("agent", PaymentRights.None, 0)]
    public async Task A_role_decides_what_is_seen(string role, PaymentRights rights, int count)
    {
        var person = Guid.NewGuid();
        await Database.ExecuteAsync(Actor.Superuser, "insert into store_members (store_id, user_id, role) values ($1, $2, $3)", Cancel, Cast.MamaNjeri.Id, person, role);

        var list = await ListAsync(PaymentFilter.All, asker: person);

        Assert.Equal((rights, count), (list.Rights, list.Rows.Count));
    }

    [Fact]
    public async Task A_payment_tells_its_whole_story()
    {
        var story = await StoryAsync(Cast.MamaNjeri.OwnerId);

        Assert.NotNull(story);
        Assert.Equal(ReviewReason.OrderClosed, story.ReviewReason);
        Assert.True(story.Payment.Facts.AwaitsDecision);
        Assert.Equal(["webhook", "poll"], story.Occurrences.Select(occurrence => occurrence.Source));
        Assert.Equal([("flutterwave_unsettled", 1213.75m), ("fees", 36.25m), ("suspense", -1250m)], story.Entries.Select(entry => (entry.Account, entry.Amount)).OrderByDescending(entry => entry.Amount));
        Assert.Equal(["Rice 5 kg"], story.Lines.Select(line => line.Name));
        Assert.Single(story.Attempts);
    }

    [Fact]
    public async Task A_payment_of_another_store_is_not_there() => Assert.Null(await StoryAsync(Cast.NakatoFresh.OwnerId));

    [Fact]
    public async Task A_refund_under_way_is_listed_as_one_and_cannot_be_given_back_twice()
    {
        await Database.ExecuteAsync(Actor.Superuser, """
            insert into payment_refunds (store_id, transaction_id, amount, currency, requested_by)
            select store_id, id, 800, currency, $2 from payment_transactions where store_id = $1 and status = 'succeeded'
            """, Cancel, Cast.MamaNjeri.Id, Cast.MamaNjeri.OwnerId);

        var row = Assert.Single((await ListAsync(new PaymentFilter(PaymentScope.Refunded))).Rows);

        Assert.Equal((35m, PaymentStanding.Returning), (row.Facts.Refundable, row.Facts.Standing(row.CreatedAt)));
    }

    private async Task<PaymentList> ListAsync(PaymentFilter filter, PaymentRow? after = null, int count = 30, Guid? asker = null)
    {
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await Queries(owners).ListAsync(asker ?? Cast.MamaNjeri.OwnerId, Cast.MamaNjeri.Id, filter, after, count, Cancel);
    }

    private async Task<PaymentStory?> StoryAsync(Guid asker)
    {
        var payment = await Database.ValueAsync<Guid>(Actor.Superuser, "select id from payment_transactions where store_id = $1 and status = 'review'", Cancel, Cast.MamaNjeri.Id);
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await Queries(owners).StoryAsync(asker, payment, Cancel);
    }

    private static PaymentQueries Queries(OwnerDatabase owners) => new(owners, new SharedReads(new LiveFeed()));

    private static string Numbers(PaymentList list) => string.Join(' ', list.Rows.Select(row => row.OrderNumber));
}
