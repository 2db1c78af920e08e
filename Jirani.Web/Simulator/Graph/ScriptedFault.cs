namespace Jirani.Web.Simulator.Graph;

/// <summary>What happens to one of the next valid messages of a number.</summary>
public sealed record ScriptedFault
{
    public required FaultKind Kind { get; init; }

    /// <summary>HTTP status of an error; 400 unless given.</summary>
    public int Status { get; init; } = 400;

    /// <summary>Meta's code of an error, or of a scripted <c>failed</c> status.</summary>
    public int Code { get; init; } = 131000;

    public int? Subcode { get; init; }

    public string? Details { get; init; }

    public bool IsTransient { get; init; }

    /// <summary>Seconds for the <c>Retry-After</c> header of an error; null leaves it out.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>How long a hang lasts.</summary>
    public double Seconds { get; init; } = 120;

    /// <summary>Whether the message was taken on although the answer is lost.</summary>
    public bool Accept { get; init; }

    /// <summary>For <see cref="FaultKind.Statuses"/>: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c> …, repeats allowed.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>How many calls in a row meet this fault.</summary>
    public int Times { get; init; } = 1;

    public bool Accepts => Accept || Kind is FaultKind.StatusBeforeAnswer or FaultKind.NoStatuses or FaultKind.Statuses;

    internal GraphRefusal ToRefusal() => new(Status, Code, $"(#{Code}) Scripted error")
    {
        Subcode = Subcode,
        Details = Details,
        IsTransient = IsTransient,
        RetryAfter = RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
