namespace Jirani.Infrastructure.Conversations;

/// <summary>A row of quick_replies as screens read it.</summary>
internal sealed class QuickReplyRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public required string Code { get; init; }

    public required string Text { get; init; }
}
