using Jirani.Domain.Conversations;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>One message on its way into the log, a customer's or one that the owner wrote on their own phone.</summary>
internal sealed record IncomingRow(IntakeItem From, WhatsAppIdentity Said, KnownIdentity Known, bool IsEcho)
{
    public string? Number => From.Item.PhoneNumberId;

    public string MessageId => From.Item is WebhookItem.Message message ? message.WhatsAppMessageId : ((WebhookItem.Echo)From.Item).WhatsAppMessageId;

    public string Payload => From.Item is WebhookItem.Message message ? message.Payload : ((WebhookItem.Echo)From.Item).Payload;

    public DateTimeOffset? SentAt => From.Item is WebhookItem.Message message ? message.SentAt : ((WebhookItem.Echo)From.Item).SentAt;

    public bool IsConversational => From.Item is WebhookItem.Message message && message.Kind.IsConversational();
}
