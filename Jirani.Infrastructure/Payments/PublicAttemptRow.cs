using Jirani.Domain;
using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Payments;

/// <summary>The columns of payment_transactions that the public may read.</summary>
internal sealed record PublicAttemptRow
{
    public required Guid Id { get; init; }

    public required string Provider { get; init; }

    public required string Status { get; init; }

    public required string? ProviderStatus { get; init; }

    public required bool IsSuperseded { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? StartedAt { get; init; }

    public required string? PayerPhone { get; init; }

    public required string? Network { get; init; }

    public required string? Note { get; init; }

    public required string? CheckoutUrl { get; init; }

    public required string? FailureReason { get; init; }

    public PayAttempt ToAttempt() => new()
    {
        Id = Id,
        Provider = PaymentProviderText.Parse(Provider),
        Status = PaymentStatusText.Parse(Status),
        ProviderStatus = ProviderStatus,
        IsSuperseded = IsSuperseded,
        CreatedAt = CreatedAt,
        StartedAt = StartedAt,
        Payer = PhoneNumber.TryParse(PayerPhone, out var number) ? number : null,
        Network = Network,
        Note = Note,
        // It becomes a link: nothing but a page may stand there.
        CheckoutUrl = Uri.TryCreate(CheckoutUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null,
        FailureReason = FailureReason,
    };
}
