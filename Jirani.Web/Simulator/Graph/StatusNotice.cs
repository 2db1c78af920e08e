namespace Jirani.Web.Simulator.Graph;

/// <summary>One status of one accepted message, to be told when it is due.</summary>
/// <param name="ErrorCode">Set for <c>failed</c> only.</param>
/// <param name="Attempt">How often it was posted in vain.</param>
internal sealed record StatusNotice(AcceptedCall Call, string Status, DateTimeOffset Due, int? ErrorCode = null, int Attempt = 0);
