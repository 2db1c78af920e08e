namespace Jirani.Infrastructure.Orders;

/// <param name="Rows">Newest first.</param>
/// <param name="HasOlder">There are more below the last.</param>
/// <param name="Counts">Of the whole store, whatever is looked for.</param>
/// <param name="Rights">Of whoever asked. Where they are none, everything else is empty.</param>
public sealed record OrderList(IReadOnlyList<OrderRow> Rows, bool HasOlder, OrderCounts Counts, OrderRights Rights)
{
    public static OrderList Nothing { get; } = new([], false, OrderCounts.None, OrderRights.None);
}
