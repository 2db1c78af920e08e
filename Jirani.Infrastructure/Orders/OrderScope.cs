namespace Jirani.Infrastructure.Orders;

/// <summary>Which orders a list is about.</summary>
public enum OrderScope
{
    Any,
    Unpaid,
    ToPack,
    OnTheWay,
    Delivered,

    /// <summary>Cancelled, run out or refunded.</summary>
    Closed,
}
