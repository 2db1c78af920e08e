namespace Jirani.Web.Simulator.Graph;

/// <summary>One status of one accepted message, to be told when it is due.</summary>
/// <param name="OccurredAt">What the status says; a later attempt to tell it does not change it.</param>
internal sealed record StatusNotice(AcceptedCall Call, string Status, DateTimeOffset OccurredAt)
{
    public DateTimeOffset Due { get; init; } = OccurredAt;

    /// <summary>Set for <c>failed</c> only.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>How often it was posted in vain.</summary>
    public int Attempt { get; init; }
}
