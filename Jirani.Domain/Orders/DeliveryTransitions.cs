namespace Jirani.Domain.Orders;

/// <summary>Where a delivery may go from where it is. To stay is not a transition.</summary>
public static class DeliveryTransitions
{
    public static bool Allows(DeliveryStatus from, DeliveryStatus to) => (from, to) switch
    {
        (DeliveryStatus.Pending, DeliveryStatus.Assigned or DeliveryStatus.OnTheWay or DeliveryStatus.Delivered) => true,
        (DeliveryStatus.Assigned, DeliveryStatus.Pending or DeliveryStatus.OnTheWay or DeliveryStatus.Delivered or DeliveryStatus.Failed) => true,
        (DeliveryStatus.OnTheWay, DeliveryStatus.Delivered or DeliveryStatus.Failed) => true,
        (DeliveryStatus.Failed, DeliveryStatus.Assigned or DeliveryStatus.OnTheWay) => true,
        _ => false,
    };

    /// <summary>It is there, or may go there.</summary>
    public static bool Reaches(DeliveryStatus from, DeliveryStatus to) => from == to || Allows(from, to);
}
