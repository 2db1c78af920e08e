using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>What an owner finds in the inbox, and by which words.</summary>
public sealed class ConversationSearchTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private const string Otieno = "254712000111";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var store in new[] { Cast.MamaNjeri, Cast.NakatoFresh })
        {
            await Database.ExecuteAsync(Actor.Superuser, """
                with store as (insert into store_settings (id, user_id, store_slug, name, currency, country) values ($1, $2, $3, $4, $5, 'KE') returning id),
                people as (insert into customers (store_id, phone, name, username)
                    select store.id, p.phone, p.name, p.username from store cross join (values
                        ('254712000111', 'Otieno Ouma', null), ('254722418093', 'Achieng 100%', 'achieng_o'), ('254733999888', 'Zuri', null)) p (phone, name, username)
                    returning store_id, id, name),
                talks as (insert into conversations (store_id, customer_id, last_message_at, unread, needs_person)
                    select store_id, id, now(), case name when 'Zuri' then 2 else 0 end, name = 'Otieno Ouma' from people),
                owed as (insert into orders (id, store_id, order_number, customer_id, session_id, status, total_amount, currency)
                    select gen_random_uuid(), store_id, '1042', id, 'wa:x', 'pending', 570, $5 from people where name = 'Achieng 100%' returning store_id, id)
                insert into order_items (store_id, order_id, name, quantity, unit_price, line_total) select store_id, id, 'Tea', 2, 285, 570 from owed
                """, Cancel, store.Id, store.OwnerId, store.Slug, store.Name, store.Currency);
        }
    }

    [Theory]
    [InlineData("otieno", "Otieno Ouma")]
    [InlineData("OUMA", "Otieno Ouma")]
    [InlineData("achieng_o", "Achieng 100%")]
    [InlineData("100%", "Achieng 100%")]
    [InlineData("+254 712 000 111", "Otieno Ouma")]
    [InlineData("0712-000-111", "Otieno Ouma")]
    [InlineData("418 093", "Achieng 100%")]
    [InlineData("0722", "Achieng 100%")]
    [InlineData("1042", "Achieng 100%")]
    [InlineData(" #1042 ", "Achieng 100%")]
    public async Task A_customer_is_found_by(string words, string name) => Assert.Equal([name], await FoundAsync(words));

    [Theory]
    [InlineData("maziwa", "Zuri")]
    [InlineData("MAZ", "Zuri")]
    [InlineData("mna maziwa", "Zuri")]
    [InlineData("Karibu", "Otieno Ouma")]
    public async Task A_conversation_is_found_by_words_that_customer_or_owner_wrote(string words, string name)
    {
        await SayAsync("Zuri", "inbound", "Mna maziwa ya leo?");
        await SayAsync("Otieno Ouma", "outbound_text", "Karibu tena");

        Assert.Equal([name], await FoundAsync(words));
    }

    [Theory]
    [InlineData("""{"type":"interactive","interactive":{"type":"button","body":{"text":"Pishori ya leo?"}}}""")]
    [InlineData("""{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"choice-1","title":"Pishori"}}}""")]
    [InlineData("""{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"choice-1","title":"Pishori"}}}""")]
    [InlineData("""{"type":"image","image":{"caption":"Pishori hii"}}""")]
    public async Task What_was_asked_tapped_or_written_under_a_photo_is_found_too(string payload)
    {
        await Database.ExecuteAsync(Actor.Superuser, """
            insert into messaging_log (store_id, customer_id, message_type, message_payload, status, whatsapp_message_id)
            select store_id, id, 'inbound', $2::jsonb, 'processed', 'wamid.pishori' from customers where store_id = $1 and name = 'Zuri'
            """, Cancel, Cast.MamaNjeri.Id, payload);

        Assert.Equal(["Zuri"], await FoundAsync("pishori"));
    }

    [Theory]
    [InlineData("ziwa")]
    [InlineData("mna sukari")]
    [InlineData("' & !(")]
    [InlineData("siri")]
    public async Task Words_that_nobody_here_wrote_find_nobody(string words)
    {
        await SayAsync("Zuri", "inbound", "Mna maziwa ya leo?");
        await Database.ExecuteAsync(Actor.Superuser, """
            insert into messaging_log (store_id, customer_id, message_type, message_payload, status, whatsapp_message_id)
            select store_id, id, 'inbound', '{"type":"text","text":{"body":"siri"}}', 'processed', 'wamid.siri' from customers where name = 'Zuri' and store_id = $1
            """, Cancel, Cast.NakatoFresh.Id);

        Assert.Empty(await FoundAsync(words));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("12")]
    [InlineData("'; drop table orders; --")]
    [InlineData("\\")]
    [InlineData("104")]
    public async Task Nobody_is_found_by_what_nobody_is_called(string words) =>
        Assert.DoesNotContain(await FoundAsync(words), name => name is "Otieno Ouma" or "Zuri");

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
    public async Task Nobody_is_found_in_another_store()
    {
        Assert.Empty(await ListAsync(Cast.MamaNjeri, Cast.NakatoFresh.Id, new ConversationFilter(ConversationScope.Any, "otieno")));
        Assert.Empty(await Database.ListAsync<Guid>(
            Actor.Owner(Cast.MamaNjeri.OwnerId), "select search_conversations($1, 'otieno')", Cancel, Cast.NakatoFresh.Id));
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

    private static ConversationQueries Queries(OwnerDatabase owners) => new(owners, new SharedReads(new LiveFeed()));

    private async Task<IEnumerable<string?>> FoundAsync(string words) =>
        (await ListAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, new ConversationFilter(ConversationScope.Any, words))).Select(row => row.Customer.Name);

    private async Task<IReadOnlyList<ConversationRow>> ListAsync(StoreCast asker, Guid storeId, ConversationFilter filter)
    {
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await Queries(owners).ListAsync(asker.OwnerId, storeId, filter, 0, 30, Cancel);
    }

    private Task<int> SayAsync(string name, string type, string text) => Database.ExecuteAsync(Actor.Superuser, """
        insert into messaging_log (store_id, customer_id, message_type, purpose, message_payload, status, whatsapp_message_id)
        select store_id, id, $3, case $3 when 'inbound' then null else 'owner' end, jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', $4::text)),
               case $3 when 'inbound' then 'processed' else 'sent' end, 'wamid.' || $4
        from customers where store_id = $1 and name = $2
        """, Cancel, Cast.MamaNjeri.Id, name, type, text);
}
