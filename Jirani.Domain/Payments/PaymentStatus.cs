namespace Jirani.Domain.Payments;

public enum PaymentStatus
{
    Pending,
    Succeeded,
    Failed,

    /// <summary>The money differs from the order in amount, currency or reference; a person decides.</summary>
    Review,
}
