using System.Text.Json;
using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

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
    public Money Taken => _status == ChargeStatus.Succeeded ? _taken : _taken with { Amount = 0 };

    public bool IsSettled { get; set; }

    public void Succeed(Money? taken = null) => End(ChargeStatus.Succeeded, taken ?? _taken, null);

    public void Fail(string code) => End(ChargeStatus.Failed, _taken, code);

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

    /// <summary>The provider's webhook, its signature proved: another delivery each time.</summary>
    public Task TellAsync(JiraniApp app, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            webhook_id = $"wbk_{Guid.NewGuid():N}",
            type = "charge.completed",
            data = new { id = Id, status = "succeeded", reference },
        });
        return app.Services.GetRequiredService<PaymentEvents>().KeepAsync(FlutterwaveEvents.Read(body), body, cancellationToken);
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
