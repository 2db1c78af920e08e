namespace Jirani.Domain.Messaging;

/// <summary>What the Graph API said instead of accepting a message, in its answer or in a later status.</summary>
public sealed record Refusal
{
    /// <summary>Null when it came as a status.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Meta's error code; null when the body held none.</summary>
    public int? Code { get; init; }

    /// <summary>The <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Meta's own <c>is_transient</c>.</summary>
    public bool IsTransient { get; init; }
}
