namespace Jirani.Infrastructure.Customers;

/// <summary>A row of customer_notes as screens read it.</summary>
internal sealed class NoteRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public Guid CustomerId { get; init; }

    public Guid AuthorId { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
