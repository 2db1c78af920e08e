namespace Jirani.Infrastructure.Customers;

/// <summary>A row of customers as screens read it.</summary>
internal sealed class CustomerRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public string? Phone { get; init; }

    public string? WaUserId { get; init; }

    public string? Name { get; init; }

    public string? Username { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
