namespace Jirani.Domain.Orders;

public sealed record NewOrder
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public required Money Total { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
