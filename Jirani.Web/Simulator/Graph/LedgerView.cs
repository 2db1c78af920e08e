namespace Jirani.Web.Simulator.Graph;

/// <summary>The ledger as tests and benches read it.</summary>
internal sealed record LedgerView
{
    /// <summary>Oldest first; the last ten thousand at most, narrowed by the query.</summary>
    public required IReadOnlyList<LedgerEntry> Accepted { get; init; }

    /// <summary>All accepted calls, also those no longer listed.</summary>
    public required long AcceptedTotal { get; init; }

    /// <summary>Callback data that was accepted more than once for one number; the first hundred.</summary>
    public required IReadOnlyList<string> AcceptedTwice { get; init; }

    public required long AcceptedTwiceTotal { get; init; }

    /// <summary>How many calls were refused, by Meta's code; scripted errors count too.</summary>
    public required IReadOnlyDictionary<int, long> Refused { get; init; }

    public required long RefusedTotal { get; init; }
}
