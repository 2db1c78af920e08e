using Jirani.Domain;

namespace Jirani.Tests.Payments;

internal sealed record PlayedRefund(Guid Id, string ChargeId, Money Amount, bool Fails)
{
    public string ProviderId => $"rfd_{Id:N}";
}
