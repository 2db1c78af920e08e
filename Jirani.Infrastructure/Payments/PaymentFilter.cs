namespace Jirani.Infrastructure.Payments;

/// <param name="Scope">Which payments.</param>
/// <param name="Search">An order number, a phone in any writing, part of a customer's name, a receipt or a reference; null or blank looks for nothing.</param>
public sealed record PaymentFilter(PaymentScope Scope, string? Search = null)
{
    public static PaymentFilter All { get; } = new(PaymentScope.Any);
}
