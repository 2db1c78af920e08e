using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Orders;
using Jirani.Tests.Support;

namespace Jirani.Tests.Orders;

/// <summary>What an owner sees of the orders, and of nobody else's.</summary>
public sealed class OrderQueriesTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var store in new[] { Cast.MamaNjeri, Cast.NakatoFresh })
        {
            await StoreRows.AddStoreAsync(Database, store, Cancel);
            await OrderRecords.AddAsync(Database, store, Cancel);
        }
    }

    [Theory]
    [InlineData(OrderScope.Any, "1043 1042 1041 1036")]
    [InlineData(OrderScope.Unpaid, "1042")]
    [InlineData(OrderScope.ToPack, "1041")]
    [InlineData(OrderScope.OnTheWay, "1043")]
    [InlineData(OrderScope.Delivered, "")]
    [InlineData(OrderScope.Closed, "1036")]
    public async Task A_tab_shows_its_own_newest_first(OrderScope scope, string orders) => Assert.Equal(orders, Numbers(await ListAsync(new OrderFilter(scope))));

    [Theory]
    [InlineData("1041", "1041")]
    [InlineData(" #1041 ", "1041")]
    [InlineData("0722 418 093", "1042")]
    [InlineData("+254 (722) 418-093", "1042")]
    [InlineData("418093", "1042")]
    [InlineData("otieno", "1043 1041")]
    [InlineData("100%", "1042")]
    [InlineData("%", "1042")]
    [InlineData("rice-5kg", "1043 1042 1041 1036")]
    [InlineData("SOAP", "1043 1042 1041 1036")]
    [InlineData("nobody", "")]
    public async Task A_search_finds_by_number_phone_name_and_code(string words, string orders) =>
        Assert.Equal(orders, Numbers(await ListAsync(new OrderFilter(OrderScope.Any, words))));

    [Fact]
    public async Task A_search_stays_within_its_tab_and_its_days()
    {
        var soap = new OrderFilter(OrderScope.Any, "soap");

        Assert.Equal("1041", Numbers(await ListAsync(soap with { Scope = OrderScope.ToPack })));
        Assert.Equal("1043 1042 1041", Numbers(await ListAsync(soap with { Since = DateTimeOffset.UtcNow.AddDays(-1) })));
    }

    [Fact]
    public async Task The_tabs_are_counted_whatever_is_looked_for() =>
        Assert.Equal(new OrderCounts(1, 1, 1, 0, 1, 4), (await ListAsync(new OrderFilter(OrderScope.ToPack, "nobody"))).Counts);

    [Fact]
    public async Task A_page_goes_on_below_the_last_row_of_the_one_before()
    {
        var first = await ListAsync(OrderFilter.All, count: 3);
        var second = await ListAsync(OrderFilter.All, first.Rows[^1], 3);

        Assert.Equal(("1043 1042 1041", true), (Numbers(first), first.HasOlder));
        Assert.Equal(("1036", false), (Numbers(second), second.HasOlder));
    }

    [Fact]
    public async Task Whoever_is_not_of_the_store_sees_nothing_and_may_do_nothing()
    {
        var foreign = await ListAsync(OrderFilter.All, asker: Cast.NakatoFresh.OwnerId);
        var found = await ListAsync(new OrderFilter(OrderScope.Any, "soap"), asker: Cast.NakatoFresh.OwnerId);

        Assert.Equal((0, OrderCounts.None, OrderRights.None), (foreign.Rows.Count, foreign.Counts, foreign.Rights));
        Assert.Equal((0, OrderRights.None), (found.Rows.Count, found.Rights));
        Assert.Null(await StoryAsync(Cast.NakatoFresh.OwnerId));
    }

    [Theory]
    [InlineData("manager", OrderRights.Act, true)]
    [InlineData("agent", OrderRights.See, false)]
    public async Task A_role_decides_what_may_be_done_and_whether_payments_are_seen(string role, OrderRights rights, bool seesPayments)
    {
        var person = Guid.NewGuid();
        await Database.ExecuteAsync(Actor.Superuser, "insert into store_members (store_id, user_id, role) values ($1, $2, $3)", Cancel, Cast.MamaNjeri.Id, person, role);

        var list = await ListAsync(OrderFilter.All, asker: person);
        var story = await StoryAsync(person);

        Assert.Equal((rights, 4), (list.Rights, list.Rows.Count));
        Assert.Equal((seesPayments, rights, false), (story!.Payments.Count > 0, story.Rights, story.MayTakeCash));
    }

    [Fact]
    public async Task An_order_tells_its_whole_story()
    {
        var story = await StoryAsync(Cast.MamaNjeri.OwnerId, "1043");

        Assert.NotNull(story);
        Assert.Equal(("1043", OrderStatus.Shipped, 250m), (story.Order.Number, story.Order.Status, story.Order.Total));
        Assert.Equal([("Rice 5 kg", 2m, 200m), ("Soap bar", 1m, 50m)], story.Items.Select(item => (item.Name, item.Quantity, item.Total)));
        Assert.Equal(("Juma", "https://courier.test/77"), (story.Shipment.Courier, story.Shipment.TrackingUrl));
        Assert.Equal(["placed"], story.Occurrences.Select(occurrence => occurrence.Kind));
        Assert.Equal((2, DeliveryStatus.OnTheWay, true), (story.OrderCount, story.DeliveryStatus, story.MayTakeCash));
        Assert.Single(story.Payments);
    }

    [Fact]
    public async Task The_packing_list_holds_what_is_to_be_packed_and_nothing_else()
    {
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        var packing = new PackingQueries(owners);
        var ids = (await ListAsync(OrderFilter.All)).Rows.Select(row => row.Id).ToList();

        var all = await packing.ListAsync(Cast.MamaNjeri.OwnerId, Cast.MamaNjeri.Id, null, Cancel);
        var chosen = await packing.ListAsync(Cast.MamaNjeri.OwnerId, Cast.MamaNjeri.Id, ids, Cancel);

        Assert.Equal(["1041"], all.Select(order => order.Number));
        Assert.Equal(["1041"], chosen.Select(order => order.Number));
        Assert.Equal([(2m, "Rice 5 kg"), (1m, "Soap bar")], all[0].Items.Select(item => (item.Quantity, item.Name)));
        Assert.Empty(await packing.ListAsync(Cast.NakatoFresh.OwnerId, Cast.MamaNjeri.Id, ids, Cancel));
    }

    private async Task<OrderList> ListAsync(OrderFilter filter, OrderRow? after = null, int count = 30, Guid? asker = null)
    {
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await Queries(owners).ListAsync(asker ?? Cast.MamaNjeri.OwnerId, Cast.MamaNjeri.Id, filter, after, count, Cancel);
    }

    private async Task<OrderStory?> StoryAsync(Guid asker, string number = "1041")
    {
        var order = await Database.ValueAsync<Guid>(
            Actor.Superuser, "select id from orders where store_id = $1 and order_number = $2", Cancel, Cast.MamaNjeri.Id, number);
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await Queries(owners).StoryAsync(asker, order, Cancel);
    }

    private static OrderQueries Queries(OwnerDatabase owners) => new(owners, new SharedReads(new LiveFeed()));

    private static string Numbers(OrderList list) => string.Join(' ', list.Rows.Select(row => row.Number));
}
