using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>What stands in the inbox under each filter.</summary>
public sealed class InboxQueriesTests(PostgresFixture postgres) : InboxTest(postgres)
{
    [Theory]
    [InlineData(ConversationScope.Any, 3)]
    [InlineData(ConversationScope.Waiting, 1)]
    [InlineData(ConversationScope.Others, 2)]
    [InlineData(ConversationScope.Unread, 1)]
    [InlineData(ConversationScope.Unpaid, 1)]
    [InlineData(ConversationScope.OpenCart, 0)]
    [InlineData(ConversationScope.Closing, 0)]
    [InlineData(ConversationScope.OptedOut, 0)]
    public async Task A_scope_holds_its_own(ConversationScope scope, int count) =>
        Assert.Equal(count, (await ListAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, new ConversationFilter(scope))).Count);

    [Fact]
    public async Task What_is_owed_stands_in_the_line()
    {
        var row = Assert.Single(await ListAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, new ConversationFilter(ConversationScope.Unpaid)));

        Assert.Equal((570m, 0m), (row.UnpaidTotal, row.CartTotal));
    }

    [Fact]
    public async Task Something_in_the_cart_opens_it()
    {
        await Database.ExecuteAsync(Actor.Superuser, """
            with product as (insert into products (store_id, sku, name, price) values ($1, 'TEA', 'Tea', 145) returning id),
            cart as (insert into cart_sessions (store_id, session_id, customer_id) select $1, 'wa:' || phone, id from customers where store_id = $1 and phone = $2 returning id)
            insert into cart_items (store_id, cart_id, product_id, quantity, unit_price) select $1, cart.id, product.id, 1, 145 from cart, product
            """, Cancel, Cast.MamaNjeri.Id, Otieno);

        var row = Assert.Single(await ListAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, new ConversationFilter(ConversationScope.OpenCart)));
        Assert.True(row.CartTotal > 0);
    }

    [Theory]
    [InlineData("1 hour 50 minutes", 1)]
    [InlineData("2 hours 10 minutes", 0)]
    [InlineData("4 minutes", 0)]
    [InlineData("-1 minute", 0)]
    public async Task Closing_soon_is_whoever_may_be_answered_freely_for_less_than_two_hours_more(string left, int count)
    {
        await Database.ExecuteAsync(Actor.Superuser, """
            update conversations set window_until = now() + $2::interval, last_message_at = now() + $2::interval - interval '24 hours'
            where customer_id = (select id from customers where store_id = $1 and phone = $3)
            """, Cancel, Cast.MamaNjeri.Id, left, Otieno);

        Assert.Equal(count, (await ListAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, new ConversationFilter(ConversationScope.Closing))).Count);
    }

    [Fact]
    public async Task Whoever_said_STOP_is_listed_and_nobody_else()
    {
        await Database.ExecuteAsync(Actor.Superuser, """
            insert into customer_channel_opt_in (store_id, customer_id, customer_phone, is_opted_in, consent_source)
            select store_id, id, phone, phone <> $2, 'stop' from customers where store_id = $1
            """, Cancel, Cast.MamaNjeri.Id, Otieno);

        Assert.Equal("Otieno Ouma", Assert.Single(await ListAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, new ConversationFilter(ConversationScope.OptedOut))).Customer.Name);
    }

    [Fact]
    public async Task The_inbox_is_who_waits_and_the_others_and_the_numbers_beside_the_filters()
    {
        var inbox = await InboxAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, ConversationScope.Others);

        Assert.Equal(["Otieno Ouma"], inbox.Waiting.Select(row => row.Customer.Name));
        Assert.Equal(["Achieng 100%", "Zuri"], inbox.Rows.Select(row => row.Customer.Name).Order(StringComparer.Ordinal));
        Assert.Equal(new ConversationCounts(Waiting: 1, Unread: 1, Unpaid: 1, OpenCart: 0), inbox.Counts);
    }

    [Fact]
    public async Task A_filtered_inbox_groups_nobody()
    {
        var inbox = await InboxAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, ConversationScope.Unread);

        Assert.Empty(inbox.Waiting);
        Assert.Equal(["Zuri"], inbox.Rows.Select(row => row.Customer.Name));
    }

    [Fact]
    public async Task The_inbox_of_another_store_is_empty()
    {
        var inbox = await InboxAsync(Cast.MamaNjeri, Cast.NakatoFresh.Id, ConversationScope.Others);

        Assert.Empty(inbox.Waiting.Concat(inbox.Rows));
        Assert.Equal(ConversationCounts.None, inbox.Counts);
    }

    private async Task<InboxRows> InboxAsync(StoreCast asker, Guid storeId, ConversationScope scope)
    {
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await Queries(owners).InboxAsync(asker.OwnerId, storeId, new ConversationFilter(scope), 0, 30, Cancel);
    }
}
