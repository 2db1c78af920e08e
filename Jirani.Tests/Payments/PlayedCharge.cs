using Jirani.Domain;
using Jirani.Domain.Payments;

namespace Jirani.Tests.Payments;

/// <summary>A charge in the books of the played provider. It ends once, as a real one does.</summary>
internal sealed class PlayedCharge(string reference, Guid paymentId, Money asked)
{
    private readonly Lock _lock = new();
    private ChargeStatus _status = ChargeStatus.Pending;
    private Money _taken = asked;
    private string? _failure;

    public Guid PaymentId => paymentId;

    public string Id => $"chg_{reference[3..]}";

    /// <summary>What the payer's wallet lost; zero while nothing moved.</summary>
    public Money Taken => _status == ChargeStatus.Succeeded ? _taken : asked with { Amount = 0 };

    public bool IsSettled { get; set; }

    public void Succeed(Money? taken = null) => End(ChargeStatus.Succeeded, taken ?? asked, null);

    public void Fail(string code) => End(ChargeStatus.Failed, asked, code);

    public ChargeReport Report()
    {
        lock (_lock)
        {
            return new ChargeReport
            {
                ChargeId = Id,
                Reference = reference,
                Amount = _taken.Amount,
                Currency = _taken.Currency.Code,
                Status = _status,
                ProviderStatus = _status.ToString(),
                Fee = _status == ChargeStatus.Succeeded ? Math.Round(_taken.Amount * 0.029m, 2) : 0,
                IsSettled = IsSettled && _status == ChargeStatus.Succeeded,
                FailureCode = _failure,
            };
        }
    }

    private void End(ChargeStatus status, Money taken, string? failure)
    {
        lock (_lock)
        {
            if (_status == ChargeStatus.Pending)
            {
                (_status, _taken, _failure) = (status, taken, failure);
            }
        }
    }
}
