using System.Diagnostics;
using Jirani.Infrastructure.Payments;

namespace Jirani.Infrastructure.Orders;

/// <summary>What stands on the screen of orders, in plain SQL: it is read anew with every order that moves.</summary>
internal static class OrderStatements
{
    /// <summary>Of a payment <c>t</c>, as <see cref="OrderRows.Payment" /> reads them.</summary>
    public const string Payment = $"t.id, t.provider, t.network, t.payer_phone, t.flw_charge_id, t.created_at, t.captured_at, {PaymentStatements.Facts}";

    /// <summary>Of <c>o</c>, its customer <c>u</c>, its lines <c>l</c> and its payment <c>t</c>, as <see cref="OrderRows.Read" /> reads them.</summary>
    public const string Columns = $"""
        o.id, o.order_number, u.name, u.username, u.phone, o.status, o.total_amount, o.currency, o.created_at, l.name, l.quantity, l.count, {Payment}
        """;

    /// <summary>What the columns need beside <c>o</c>.</summary>
    public const string Joins = """
        join customers u on u.store_id = o.store_id and u.id = o.customer_id
        cross join lateral (
            select (array_agg(i.name order by i.id))[1] as name, (array_agg(i.quantity order by i.id))[1] as quantity, count(*)::int as count
            from order_items i where i.store_id = o.store_id and i.order_id = o.id) l
        left join lateral (
            select p.* from payment_transactions p where p.store_id = o.store_id and p.order_id = o.id
            order by p.captured_amount is null, p.created_at desc, p.id limit 1) t on true
        """;

    /// <summary>$1 the store.</summary>
    public const string Rights = "select $1 = any (array(select my_stores('orders.read'))), $1 = any (array(select my_stores('orders.write')))";

    /// <summary>$1 the store.</summary>
    public static readonly string Counts = $"""
        select {Count(OrderScope.Unpaid)}, {Count(OrderScope.ToPack)}, {Count(OrderScope.OnTheWay)},
            {Count(OrderScope.Delivered)}, {Count(OrderScope.Closed)}, {Count(OrderScope.Any)}
        """;

    /// <summary>
    /// $1 the store, $2 and $3 the time and the id of the last row above where there is one, $4 since when if since some time, and
    /// $5 what is looked for if something is. The numbers stand in the text: a plan made for any number of rows reads them all. What
    /// is not asked stands in no text: under row-level security a coalesce keeps a condition out of the index, and a deep page reads
    /// all those above it (measured at a million orders: 300 ms, then 1).
    /// </summary>
    public static string Rows(OrderFilter filter, bool isBelow, int count) => $"""
        select {Columns}
        from {Page(filter, isBelow, count)} o
        {Joins}
        order by o.created_at desc, o.id
        """;

    /// <inheritdoc cref="Rows" />
    public static string Page(OrderFilter filter, bool isBelow, int count) => $"""
        (select o.* from orders o
         where o.store_id = $1 and {In(filter.Scope)} and {(IsSearch(filter) ? "o.id = any (array(select search_orders($1, $5)))" : "true")}
           and {(filter.Since is null ? "true" : "o.created_at >= $4")}
           and {(isBelow ? "o.created_at <= $2 and (o.created_at < $2 or o.id > $3)" : "true")}
         order by o.created_at desc, o.id limit {count})
        """;

    public static bool IsSearch(OrderFilter filter) => !string.IsNullOrWhiteSpace(filter.Search);

    public static string In(OrderScope scope) => scope switch
    {
        OrderScope.Any => "true",
        OrderScope.Unpaid => "o.status = 'pending'",
        OrderScope.ToPack => "o.status = 'processing'",
        OrderScope.OnTheWay => "o.status = 'shipped'",
        OrderScope.Delivered => "o.status = 'delivered'",
        OrderScope.Closed => "o.status in ('cancelled', 'expired', 'refunded')",
        _ => throw new UnreachableException(),
    };

    private static string Count(OrderScope scope) =>
        $"(select count(*)::int from (select from orders o where o.store_id = $1 and {In(scope)} limit {OrderCounts.Most}) few)";
}
