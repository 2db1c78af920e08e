using Jirani.Domain.Orders;
using Jirani.Infrastructure.Conversations;

namespace Jirani.Infrastructure.Orders;

/// <summary>One order, as it stands in a list.</summary>
public sealed record OrderRow
{
    public required Guid Id { get; init; }

    /// <summary>Short and unique in its store.</summary>
    public required string Number { get; init; }

    public required CustomerName Customer { get; init; }

    public required OrderStatus Status { get; init; }

    public required decimal Total { get; init; }

    public required string Currency { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The name of the first line; empty for an order without lines.</summary>
    public required string FirstItem { get; init; }

    /// <summary>How many of the first line.</summary>
    public required decimal FirstQuantity { get; init; }

    /// <summary>How many lines there are.</summary>
    public required int Lines { get; init; }

    /// <summary>The one that brought money, else the latest; null where nobody tried, or where the caller may not see payments.</summary>
    public required OrderPayment? Payment { get; init; }
}
