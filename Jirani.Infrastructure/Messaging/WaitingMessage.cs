using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>A row of the log that waits for the worker: a customer's message, or one that the owner wrote on their own phone.</summary>
internal sealed record WaitingMessage
{
    public required long Id { get; init; }

    public required bool IsInbound { get; init; }

    public required bool IsConversational { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The ids the message itself said.</summary>
    public required string? Phone { get; init; }

    public required string? UserId { get; init; }

    public required bool IsDue { get; init; }

    public string? Text { get; private init; }

    public IncomingMessage ForDialogue() =>
        new(Id, IsConversational ? MessageKind.Text : MessageKind.Silent, Text, ReceivedAt, SentAt);

    public static WaitingMessage Read(NpgsqlDataReader reader)
    {
        var payload = reader.GetString(5);
        return new WaitingMessage
        {
            Id = reader.GetInt64(2),
            IsInbound = reader.GetBoolean(3),
            IsConversational = reader.GetBoolean(4),
            Payload = payload,
            ReceivedAt = reader.GetFieldValue<DateTimeOffset>(6),
            SentAt = reader.GetFieldValue<DateTimeOffset>(7),
            Phone = reader.TextOrNull(8),
            UserId = reader.TextOrNull(9),
            IsDue = reader.GetBoolean(10),
            Text = MessageText.Of(payload),
        };
    }
}
