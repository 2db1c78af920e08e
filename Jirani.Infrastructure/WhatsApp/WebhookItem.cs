using Jirani.Domain.Conversations;
using Jirani.Domain.Messaging;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>One thing that a webhook body says. A body may carry any number of them, for any number of stores.</summary>
/// <param name="PhoneNumberId">The shop's number by Meta's id, which alone says which store this belongs to.</param>
public abstract record WebhookItem(string? PhoneNumberId)
{
    /// <summary>What people wrote, and their numbers, do not belong into logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Something a customer sent, of whatever type.</summary>
    /// <param name="Type">Meta's word, such as <c>text</c> or one never seen before.</param>
    /// <param name="SentAt">By Meta's clock; null when it cannot be read.</param>
    /// <param name="Payload">The element of <c>messages[]</c> as JSON that PostgreSQL takes as jsonb.</param>
    public sealed record Message(
        string PhoneNumberId,
        string? DisplayPhoneNumber,
        WhatsAppIdentity Sender,
        string WhatsAppMessageId,
        string Type,
        MessageKind Kind,
        DateTimeOffset? SentAt,
        string Payload) : WebhookItem(PhoneNumberId)
    {
        public new string PhoneNumberId { get; } = PhoneNumberId;
    }

    /// <summary>What became of a message of ours, or of another tool's on the same number.</summary>
    /// <param name="LogId">The log row that <c>biz_opaque_callback_data</c> names; null when it names none.</param>
    /// <param name="ErrorCode">Meta also attaches errors to messages that did not fail.</param>
    public sealed record Status(
        string PhoneNumberId,
        string WhatsAppMessageId,
        MessageStatus Reached,
        DateTimeOffset? OccurredAt,
        long? LogId,
        int? ErrorCode,
        string? ErrorText) : WebhookItem(PhoneNumberId)
    {
        public new string PhoneNumberId { get; } = PhoneNumberId;
    }

    /// <summary>What the shop itself wrote in the Business app on the same number.</summary>
    public sealed record Echo(
        string PhoneNumberId,
        WhatsAppIdentity Recipient,
        string WhatsAppMessageId,
        string Type,
        DateTimeOffset? SentAt,
        string Payload) : WebhookItem(PhoneNumberId)
    {
        public new string PhoneNumberId { get; } = PhoneNumberId;
    }

    /// <summary>What nothing can be done with but keep it for a person.</summary>
    /// <param name="Reason">A short word for machines, such as <c>no_sender</c>.</param>
    /// <param name="Body">The bytes as received, of this element alone where its siblings could be read.</param>
    public sealed record Unusable(string? PhoneNumberId, string Reason, byte[] Body) : WebhookItem(PhoneNumberId);
}
