namespace Jirani.Domain.Payments;

public static class ReviewReasons
{
    /// <summary>The money is right and only came too late: the order may still be packed for it.</summary>
    public static bool MayReopen(this ReviewReason reason) => reason is ReviewReason.OrderClosed;
}
