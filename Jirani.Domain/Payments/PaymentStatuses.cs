namespace Jirani.Domain.Payments;

public static class PaymentStatuses
{
    /// <summary>Its money paid the order.</summary>
    public static bool HasPaid(this PaymentStatus status) => status == PaymentStatus.Succeeded;

    /// <summary>Its end is not known.</summary>
    public static bool IsOpen(this PaymentStatus status) => status == PaymentStatus.Pending;

    /// <summary>Money came with it, for the order or for a person to decide about.</summary>
    public static bool HasMoney(this PaymentStatus status) => status is PaymentStatus.Succeeded or PaymentStatus.Review;

    public static bool NeedsPerson(this PaymentStatus status) => status == PaymentStatus.Review;
}
