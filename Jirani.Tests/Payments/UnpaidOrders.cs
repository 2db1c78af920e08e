using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

/// <summary>Orders of one bag of sugar for KES 430, each of a customer of its own.</summary>
internal static class UnpaidOrders
{
    public static Task<IReadOnlyList<Guid>> AddAsync(TestDatabase database, int count, CancellationToken cancellationToken) => database.ListAsync<Guid>(Actor.Superuser, """
        with store as (select id from store_settings where store_slug = $1),
        customer as (
            insert into customers (store_id, wa_user_id, name) select store.id, gen_random_uuid()::text, 'Otieno' from store, generate_series(1, $2)
            returning id, store_id),
        conversation as (insert into conversations (store_id, customer_id, preview) select store_id, id, '' from customer),
        placed as (
            insert into orders (id, store_id, order_number, customer_id, session_id, total_amount, currency, expires_at)
            select gen_random_uuid(), store_id, gen_random_uuid()::text, id, 'wa:' || id, 430, 'KES', now() + interval '1 day' from customer
            returning id, store_id),
        line as (
            insert into order_items (store_id, order_id, product_id, sku, name, quantity, unit_price, line_total)
            select p.store_id, p.id, s.id, s.sku, s.name, 1, 430, 430
            from placed p join products s on s.store_id = p.store_id and s.sku = 'SUGAR-1KG')
        select id from placed
        """, cancellationToken, Cast.MamaNjeri.Slug, count);
}
