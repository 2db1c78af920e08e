namespace Jirani.Web.Live;

/// <summary>What is told next: first which subscriptions ended, then what changed.</summary>
internal sealed record PendingNews(IReadOnlyList<Guid> Ended, IReadOnlyList<HeardChange> Changes);
