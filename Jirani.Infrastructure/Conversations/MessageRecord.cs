namespace Jirani.Infrastructure.Conversations;

/// <summary>A row of messaging_log as screens read it.</summary>
internal sealed class MessageRecord
{
    public long Id { get; init; }

    public Guid StoreId { get; init; }

    public Guid CustomerId { get; init; }

    public required string MessageType { get; init; }

    public string? Purpose { get; init; }

    public required string MessagePayload { get; init; }

    public required string Status { get; init; }

    public string? WhatsappMessageId { get; init; }

    public string? ErrorMessage { get; init; }

    public long? RetryOf { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public Guid? ClientId { get; init; }

    public DateTimeOffset? ProviderAt { get; init; }

    public DateTimeOffset? SendStartedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
