using Jirani.Tests.Support;

namespace Jirani.Tests.Orders;

/// <summary>Orders as they stand in the database, one in each state, with their payments.</summary>
internal static class OrderRecords
{
    /// <summary>1041 Otieno, to pack; 1042 Achieng, unpaid; 1043 Otieno, on the way; 1036 Kamau, run out. Newest is 1043.</summary>
    public static async Task AddAsync(TestDatabase database, StoreCast store, CancellationToken cancellationToken)
    {
        foreach (var statement in Statements.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await database.ExecuteAsync(Actor.Superuser, statement
                .Replace("@store", $"'{store.Id}'", StringComparison.Ordinal)
                .Replace("@currency", $"'{store.Currency}'", StringComparison.Ordinal)
                .Replace("@slug", store.Slug, StringComparison.Ordinal), cancellationToken);
        }
    }

    /// <summary>The same where the demo seed made the store, under an id of its own.</summary>
    public static async Task AddToSeedAsync(TestDatabase database, StoreCast store, CancellationToken cancellationToken)
    {
        var id = await database.ValueAsync<Guid>(Actor.Superuser, "select id from store_settings where store_slug = $1", cancellationToken, store.Slug);
        await AddAsync(database, store with { Id = id }, cancellationToken);
    }

    private const string Statements = """
        insert into customers (store_id, phone, name) values
            (@store, '254733905110', 'Otieno Ouma'), (@store, '254722418093', 'Achieng 100%'), (@store, '254727330910', '=Kamau')
            on conflict do nothing;
        insert into conversations (store_id, customer_id, window_until) select store_id, id, now() + interval '20 hours' from customers where store_id = @store
            on conflict do nothing;
        insert into products (store_id, sku, name, price) values (@store, 'RICE-5KG', 'Rice 5 kg', 100), (@store, 'SOAP-BAR', 'Soap bar', 50)
            on conflict do nothing;
        insert into orders (id, store_id, order_number, customer_id, customer_phone, session_id, status, total_amount, currency, delivery_status, created_at)
            select gen_random_uuid(), @store, o.number, u.id, u.phone, 'wa:' || u.phone, o.status, 250, @currency, o.delivery, now() - o.age
            from (values ('1043', '254733905110', 'shipped', 'on_the_way', interval '1 minute'), ('1042', '254722418093', 'pending', 'pending', interval '5 minutes'),
                ('1041', '254733905110', 'processing', 'pending', interval '1 hour'), ('1036', '254727330910', 'expired', 'pending', interval '3 days'))
                o (number, phone, status, delivery, age)
            join customers u on u.store_id = @store and u.phone = o.phone;
        insert into order_items (store_id, order_id, product_id, sku, name, quantity, unit_price, line_total)
            select o.store_id, o.id, p.id, p.sku, p.name, i.quantity, i.price, i.quantity * i.price
            from orders o cross join (values ('RICE-5KG', 2, 100), ('SOAP-BAR', 1, 50)) i (sku, quantity, price)
            join products p on p.store_id = o.store_id and p.sku = i.sku where o.store_id = @store and o.order_number in ('1041', '1042', '1043', '1036');
        insert into order_events (store_id, order_id, kind, actor) select store_id, id, 'placed', 'customer' from orders where store_id = @store;
        insert into deliveries (store_id, order_id, status, courier, eta, tracking_url)
            select store_id, id, delivery_status, case order_number when '1043' then 'Juma' end, case order_number when '1043' then now() + interval '1 hour' end,
                case order_number when '1043' then 'https://courier.test/77' end
            from orders where store_id = @store;
        insert into payment_transactions (store_id, order_id, provider, reference, status, amount, currency, captured_amount, captured_currency, captured_at)
            select store_id, id, 'cash', 'cash-@slug-' || order_number, 'succeeded', total_amount, currency, total_amount, currency, now()
            from orders where store_id = @store and order_number in ('1041', '1043');
        insert into ledger_accounts (store_id, code, currency) select @store, code, @currency from unnest(array['cash', 'sales']) code on conflict do nothing;
        insert into ledger_transactions (store_id, provider, kind, provider_id, order_id, payment_id, occurred_at)
            select store_id, 'cash', 'payment', reference, order_id, id, captured_at from payment_transactions where store_id = @store and reference like 'cash-%';
        insert into ledger_entries (store_id, transaction_id, account_id, amount, currency)
            select t.store_id, t.id, a.id, case a.code when 'cash' then 250 else -250 end, a.currency
            from ledger_transactions t join ledger_accounts a on a.store_id = t.store_id and a.code in ('cash', 'sales')
            where t.store_id = @store and t.provider_id like 'cash-%';
        insert into store_balances (store_id, account_id, amount)
            select @store, e.account_id, sum(e.amount) from ledger_entries e where e.store_id = @store group by e.account_id
            on conflict (account_id) do update set amount = excluded.amount
        """;
}
