namespace Jirani.Infrastructure.Conversations;

/// <summary>A conversation that whoever asks may write in.</summary>
/// <param name="WindowUntil">Null while the customer never wrote.</param>
public sealed record WritableConversation(Guid Id, Guid StoreId, Guid CustomerId, DateTimeOffset? WindowUntil, bool IsOptedIn);
