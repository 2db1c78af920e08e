using Jirani.Infrastructure.Database;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>A message that was claimed for sending: its start is committed.</summary>
internal sealed record OutgoingMessage
{
    public required long Id { get; init; }

    public required Guid CustomerId { get; init; }

    public required Guid ConversationId { get; init; }

    public required string? Phone { get; init; }

    public required string? UserId { get; init; }

    public required string Payload { get; init; }

    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }

    public static OutgoingMessage Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        CustomerId = reader.GetGuid(1),
        ConversationId = reader.GetGuid(2),
        Phone = reader.TextOrNull(3),
        UserId = reader.TextOrNull(4),
        Payload = reader.GetString(5),
        Attempt = reader.GetInt16(6),
    };
}
