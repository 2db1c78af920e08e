namespace Jirani.Domain.Payments;

public static class RefundStatuses
{
    /// <summary>Its end is not known.</summary>
    public static bool IsOpen(this RefundStatus status) => status == RefundStatus.Pending;
}
