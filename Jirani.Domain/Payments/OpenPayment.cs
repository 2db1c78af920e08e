using Jirani.Domain.Orders;

namespace Jirani.Domain.Payments;

/// <summary>What is known here of one payment at the moment the provider is heard, all of it read under the order's lock.</summary>
public sealed record OpenPayment
{
    public required PaymentStatus Status { get; init; }

    public required string Reference { get; init; }

    public required Money Amount { get; init; }

    public required OrderStatus OrderStatus { get; init; }

    /// <summary>Another payment of this order has brought its money.</summary>
    public required bool IsPaidOtherwise { get; init; }
}
