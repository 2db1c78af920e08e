namespace Jirani.Infrastructure.Messaging;

/// <summary>One customer's conversation with one store: the unit that is locked and answered.</summary>
internal readonly record struct ConversationKey(Guid StoreId, Guid CustomerId);
