namespace Jirani.Infrastructure.Orders;

internal static class StockStatements
{
    /// <summary>$1 the orders, each moved in the same transaction: what they had reserved is for sale again.</summary>
    public const string GiveBack = """
        with back as (
            select i.product_id, sum(i.quantity) quantity from order_items i
            where i.order_id = any($1) and i.product_id is not null group by i.product_id),
        locked as (select p.id from products p join back on back.product_id = p.id order by p.id for no key update of p)
        update products p set stock_quantity = p.stock_quantity + back.quantity
        from back join locked on locked.id = back.product_id
        where p.id = back.product_id and p.stock_quantity is not null
        """;
}
