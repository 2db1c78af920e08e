namespace Jirani.Infrastructure.Orders;

/// <param name="Scope">Which orders.</param>
/// <param name="Search">An order number, a phone in any writing, part of a customer's name or of a product's code; null or blank looks for nothing.</param>
/// <param name="Since">Placed then or later; null for all.</param>
public sealed record OrderFilter(OrderScope Scope, string? Search = null, DateTimeOffset? Since = null)
{
    public static OrderFilter All { get; } = new(OrderScope.Any);
}
