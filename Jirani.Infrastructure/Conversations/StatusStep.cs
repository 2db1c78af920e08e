using Jirani.Domain.Messaging;

namespace Jirani.Infrastructure.Conversations;

/// <summary>A message came so far, at that time.</summary>
/// <param name="ErrorCode">Meta's, where it failed; null where it did not, or where it was not Meta who refused.</param>
public sealed record StatusStep(MessageStatus Status, DateTimeOffset At, int? ErrorCode);
