namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>One charge as tests read it.</summary>
internal sealed record MoneyLedgerEntry
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>Digits with the dialling code; null while a payer's page is not answered.</summary>
    public required string? Phone { get; init; }

    public required string? Network { get; init; }

    public required string? Store { get; init; }

    public required string? Order { get; init; }

    /// <summary>In the words of version 4.</summary>
    public required string Status { get; init; }

    public required bool IsSettled { get; init; }

    /// <summary>The amount of each refund that was taken on.</summary>
    public required IReadOnlyList<decimal> Refunds { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }
}
