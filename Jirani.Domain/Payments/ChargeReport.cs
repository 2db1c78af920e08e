namespace Jirani.Domain.Payments;

/// <summary>What the provider answers when asked about one charge. Only this is believed, never a webhook's own words.</summary>
public sealed record ChargeReport
{
    /// <summary>The provider's id: <c>chg_…</c> in v4, a number in v3.</summary>
    public required string ChargeId { get; init; }

    /// <summary>Ours, as the provider kept it; null when the answer has none.</summary>
    public required string? Reference { get; init; }

    /// <summary>In major units; null when it is missing or no plain number.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>ISO 4217 in capitals; null when it is missing.</summary>
    public required string? Currency { get; init; }

    public required ChargeStatus Status { get; init; }

    /// <summary>The provider's own word for it.</summary>
    public required string ProviderStatus { get; init; }

    /// <summary>What the provider keeps of the amount, all kinds of fees together, in major units. Rounded to what the books can hold: a fraction of a cent would leave them unbalanced.</summary>
    public decimal Fee
    {
        get;
        init => field = Math.Round(value, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The money was paid out to the shop's account with the provider.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The processor's code of a failed charge; null when there is none.</summary>
    public string? FailureCode { get; init; }
}
