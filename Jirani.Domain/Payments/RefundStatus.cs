namespace Jirani.Domain.Payments;

public enum RefundStatus
{
    Pending,
    Succeeded,
    Failed,
}
