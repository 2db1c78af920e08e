using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <param name="StoreId">The store the item must belong to; null where the number alone decides.</param>
public sealed record IntakeItem(WebhookItem Item, Guid? StoreId);
