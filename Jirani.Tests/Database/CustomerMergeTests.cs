using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class CustomerMergeTests(PostgresFixture postgres) : CustomerLinkTest(postgres)
{
    private static readonly Guid _sugar = StoreRows.Id(Cast.MamaNjeri, "sugar");
    private static readonly Guid _milk = StoreRows.Id(Cast.MamaNjeri, "milk");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await WelcomeAsync(ByUserId, null, Cast.OtienoUserId);
        await DoAsync("insert into products (id, store_id, sku, name, price) values ($2, $1, 'SUGAR-1KG', 'Sugar', 180)", _sugar);
        await DoAsync("insert into products (id, store_id, sku, name, price) values ($2, $1, 'MILK-500ML', 'Milk', 65)", _milk);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_person_known_twice_becomes_the_one_the_message_came_to(bool messageCameToPhone)
    {
        var (kept, gone) = messageCameToPhone ? (ByPhone, ByUserId) : (ByUserId, ByPhone);

        Assert.Equal("merged", await LinkAsync(kept, Cast.Otieno, Cast.OtienoUserId));

        Assert.Equal([kept], await ManyAsync<Guid>("select id from customers where store_id = $1 and phone = '254712000111' and wa_user_id = 'KE.1020304050607080'"));
        Assert.Empty(await ManyAsync<Guid>("select id from customers where store_id = $1 and id = $2", gone));
        Assert.Equal($"wa:{Cast.Otieno}", await OneAsync<string>("select session_id from cart_sessions where store_id = $1 and status = 'open'"));
        Assert.Equal("known", await LinkAsync(kept, Cast.Otieno, Cast.OtienoUserId));
    }

    [Fact]
    public async Task Orders_and_log_move_and_the_inbox_has_one_row()
    {
        await DoAsync("""
            insert into orders (id, store_id, order_number, customer_id, session_id, total_amount, currency)
            values (gen_random_uuid(), $1, '1001', $2, 'wa:x', 0, 'KES')
            """, ByUserId);
        await DoAsync("""
            insert into messaging_log (store_id, customer_id, wa_user_id, message_type, message_payload, status)
            values ($1, $2, $3, 'inbound', '{}', 'processed')
            """, ByUserId, Cast.OtienoUserId);
        await DoAsync("update conversations set unread = 1, preview = 'old', last_message_at = now() - interval '1 hour' where store_id = $1 and customer_id = $2", ByPhone);
        await DoAsync("update conversations set unread = 2, preview = 'new', last_message_at = now(), needs_person = true where store_id = $1 and customer_id = $2", ByUserId);

        await LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId);

        Assert.Equal(ByPhone, await OneAsync<Guid>("select customer_id from orders where store_id = $1"));
        Assert.Equal(ByPhone, await OneAsync<Guid>("select customer_id from messaging_log where store_id = $1"));
        Assert.Equal("3 new true", await OneAsync<string>("select unread || ' ' || preview || ' ' || needs_person from conversations where store_id = $1"));
    }

    [Fact]
    public async Task The_newer_open_cart_takes_the_lines_of_the_older_up_to_999()
    {
        await PutAsync(ByUserId, _sugar, 600);
        await PutAsync(ByUserId, _milk, 3);
        await PutAsync(ByPhone, _sugar, 500);
        await DoAsync("update cart_sessions set status = 'open' where store_id = $1 and customer_id = $2", ByPhone);

        await LinkAsync(ByUserId, Cast.Otieno, Cast.OtienoUserId);

        Assert.Equal([ByPhone], await ManyAsync<Guid>("select id from cart_sessions where store_id = $1 and status = 'open'"));
        Assert.Equal([3m, 999m], await ManyAsync<decimal>("select quantity from cart_items where store_id = $1 order by 1"));
        Assert.Equal("merged", await OneAsync<string>("select status from cart_sessions where store_id = $1 and id = $2", ByUserId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_opt_out_wins_whichever_of_the_two_said_it(bool phoneOptedOut)
    {
        await DoAsync("update customer_channel_opt_in set is_opted_in = false, consent_source = 'STOP' where store_id = $1 and customer_id = $2", phoneOptedOut ? ByPhone : ByUserId);

        await LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId);

        Assert.False(await OneAsync<bool>("select is_opted_in from customer_channel_opt_in where store_id = $1"));
        Assert.False(await OneAsync<bool>("select is_opted_in from consent_events where store_id = $1 order by id desc limit 1"));
        Assert.Equal("merge", await OneAsync<string>("select consent_source from consent_events where store_id = $1 order by id desc limit 1"));
    }

    [Fact]
    public async Task What_one_row_was_sent_after_the_other_opted_out_breaks_no_invariant()
    {
        await DoAsync("update customer_channel_opt_in set is_opted_in = false, consent_source = 'STOP' where store_id = $1 and customer_id = $2", ByUserId);
        await DoAsync("""
            insert into messaging_log (store_id, customer_id, message_type, purpose, message_payload, status, send_started_at)
            values ($1, $2, 'outbound_text', 'reply', '{}', 'sent', clock_timestamp())
            """, ByPhone);

        Assert.Equal("merged", await LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId));
    }

    [Fact]
    public async Task Both_names_of_the_person_who_went_are_remembered()
    {
        await DoAsync("insert into customer_aliases (store_id, alias, customer_id) values ($1, 'KE.older', $2)", ByUserId);

        await LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId);

        var aliases = await ManyAsync<string>("select alias from customer_aliases where store_id = $1 and customer_id = $2 order by 1", ByPhone);
        Assert.Superset(new HashSet<string> { Cast.OtienoUserId, "KE.older" }, aliases.ToHashSet());
    }

    [Fact]
    public async Task Two_messages_that_say_it_at_once_merge_once()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LinkAsync(ByPhone, Cast.Otieno, Cast.OtienoUserId)));

        Assert.Contains("merged", outcomes);
        Assert.Equal(1, await OneAsync<long>("select count(*) from customers where store_id = $1"));
    }

    private Task<int> PutAsync(Guid cart, Guid product, decimal quantity) =>
        Database.ExecuteAsync(Actor.Service, "insert into cart_items (store_id, cart_id, product_id, quantity, unit_price) values ($1, $2, $3, $4, 180)",
            Cancel, Cast.MamaNjeri.Id, cart, product, quantity);
}
