namespace Jirani.Infrastructure.Conversations;

/// <summary>A row of message_status_events as screens read it.</summary>
internal sealed class StatusEventRecord
{
    public long Id { get; init; }

    public Guid StoreId { get; init; }

    public long MessageId { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public int? ErrorCode { get; init; }
}
