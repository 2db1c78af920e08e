using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

/// <summary>Payments as they stand in the database, with their books.</summary>
internal static class PaymentRecords
{
    /// <summary>Otieno's order 1041 is paid, Achieng's 1042 got no answer, and for his expired 1036 Kamau's money came too late; each in every store.</summary>
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
        insert into conversations (store_id, customer_id) select store_id, id from customers where store_id = @store on conflict do nothing;
        insert into orders (id, store_id, order_number, customer_id, customer_phone, session_id, status, total_amount, currency)
            select gen_random_uuid(), @store, o.number, u.id, u.phone, 'wa:' || u.phone, o.status, o.amount, @currency
            from (values ('1041', '254733905110', 'processing', 835), ('1042', '254722418093', 'pending', 570), ('1036', '254727330910', 'expired', 1250)) o (number, phone, status, amount)
            join customers u on u.store_id = @store and u.phone = o.phone;
        insert into order_items (store_id, order_id, name, quantity, unit_price, line_total)
            select store_id, id, 'Rice 5 kg', 1, total_amount, total_amount from orders where store_id = @store and order_number in ('1041', '1042', '1036');
        insert into payment_transactions (store_id, order_id, reference, flw_charge_id, status, amount, currency, payer_phone, network, started_at,
                failure_reason, review_reason, captured_amount, captured_currency, fee_amount, captured_at, created_at)
            select @store, o.id, 'jir-@slug-' || o.order_number, 'chg-@slug-' || o.order_number, p.status, o.total_amount, @currency,
                case o.order_number when '1041' then '254798115302' else o.customer_phone end, 'MPESA', now() - p.age,
                p.failure, p.review, p.came, case when p.came is not null then @currency end, p.fee, now() - p.age, now() - p.age
            from (values ('1042', 'failed', 'no_answer', null, null, 0, interval '1 minute'), ('1041', 'succeeded', null, null, 835, 24.22, interval '1 hour'),
                ('1036', 'review', null, 'order_closed', 1250, 36.25, interval '2 hours')) p (number, status, failure, review, came, fee, age)
            join orders o on o.store_id = @store and o.order_number = p.number;
        insert into payment_events (store_id, transaction_id, provider, event_id, source, body, kind, provider_status, outcome, took_ms)
            select @store, t.id, 'flutterwave', e.source || t.reference, e.source, '', e.kind, e.status, e.outcome, e.took
            from (values ('webhook', 'charge.completed', null, 'captured', null), ('poll', null, 'succeeded', 'captured', 412)) e (source, kind, status, outcome, took)
            join payment_transactions t on t.store_id = @store and t.status <> 'failed';
        insert into ledger_accounts (store_id, code, currency)
            select @store, code, @currency from unnest(array['flutterwave_unsettled', 'flutterwave_available', 'fees', 'sales', 'suspense', 'cash']) code
            on conflict do nothing;
        with booked as (
            insert into ledger_transactions (store_id, provider, kind, provider_id, order_id, payment_id, occurred_at)
            select @store, 'flutterwave', 'charge', t.flw_charge_id, t.order_id, t.id, t.captured_at
            from payment_transactions t where t.store_id = @store and t.status <> 'failed' and t.flw_charge_id like 'chg-%' returning id, store_id, payment_id),
        sides as (
            select b.id, s.code, s.amount from booked b join payment_transactions t on t.store_id = b.store_id and t.id = b.payment_id
            cross join lateral (values ('flutterwave_unsettled', t.captured_amount - t.fee_amount), ('fees', t.fee_amount),
                (case t.status when 'review' then 'suspense' else 'sales' end, -t.captured_amount)) s (code, amount))
        insert into ledger_entries (store_id, transaction_id, account_id, amount, currency)
            select @store, s.id, a.id, s.amount, @currency from sides s join ledger_accounts a on a.store_id = @store and a.code = s.code and a.currency = @currency;
        insert into store_balances (store_id, account_id, amount)
            select @store, e.account_id, sum(e.amount) from ledger_entries e where e.store_id = @store group by e.account_id
            on conflict (account_id) do update set amount = excluded.amount
        """;
}
