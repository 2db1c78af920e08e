namespace Jirani.Infrastructure.Orders;

/// <summary>How many orders of a store stand where, each counted up to <see cref="Most" />.</summary>
public sealed record OrderCounts(int Unpaid, int ToPack, int OnTheWay, int Delivered, int Closed, int All)
{
    public const int Most = 1000;

    public static OrderCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    public int Of(OrderScope scope) => scope switch
    {
        OrderScope.Unpaid => Unpaid,
        OrderScope.ToPack => ToPack,
        OrderScope.OnTheWay => OnTheWay,
        OrderScope.Delivered => Delivered,
        OrderScope.Closed => Closed,
        _ => All,
    };
}
