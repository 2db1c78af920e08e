using Jirani.Bench.Rig;

namespace Jirani.Bench.Payments;

/// <summary>Unpaid orders of as many customers.</summary>
internal static class BenchOrders
{
    private const string Place = """
        with store as (select id from store_settings where store_slug = 'mama-njeri'),
        customer as (
            insert into customers (store_id, phone, name)
            select store.id, '2547' || lpad((nextval('bench_phones'))::text, 8, '0'), 'Otieno' from store, generate_series(1, $1) returning id, store_id, phone),
        conversation as (insert into conversations (store_id, customer_id, preview) select store_id, id, '' from customer),
        placed as (
            insert into orders (id, store_id, order_number, customer_id, customer_phone, session_id, total_amount, currency, expires_at)
            select gen_random_uuid(), store_id, phone, id, phone, 'wa:' || phone, 430, 'KES', now() + interval '1 day' from customer returning id, store_id),
        line as (
            insert into order_items (store_id, order_id, product_id, sku, name, quantity, unit_price, line_total)
            select p.store_id, p.id, s.id, s.sku, s.name, 1, 430, 430
            from placed p join products s on s.store_id = p.store_id and s.sku = 'SUGAR-1KG')
        select array_agg(id) from placed
        """;

    public static async Task<Guid[]> PlaceAsync(Cluster cluster, int count, CancellationToken cancellationToken)
    {
        await cluster.ExecuteAsync("create sequence if not exists bench_phones", cancellationToken);
        return await cluster.ValueAsync<Guid[]>(Place, cancellationToken, count);
    }
}
