namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The ledger as tests and benches read it.</summary>
internal sealed record MoneyLedgerView
{
    /// <summary>Oldest first, narrowed by the query.</summary>
    public required IReadOnlyList<MoneyLedgerEntry> Charges { get; init; }

    /// <summary>Also those no longer kept.</summary>
    public required long AcceptedTotal { get; init; }

    /// <summary>Store and order of what more than one approved charge paid for.</summary>
    public required IReadOnlyList<string> PaidTwice { get; init; }

    /// <summary>Calls that were given the first answer to their key.</summary>
    public required long Repeated { get; init; }

    /// <summary>How many calls were refused, by Flutterwave's code.</summary>
    public required IReadOnlyDictionary<string, long> Refused { get; init; }
}
