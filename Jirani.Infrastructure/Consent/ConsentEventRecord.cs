namespace Jirani.Infrastructure.Consent;

/// <summary>A row of consent_events as screens read it.</summary>
internal sealed class ConsentEventRecord
{
    public long Id { get; init; }

    public Guid StoreId { get; init; }

    public Guid CustomerId { get; init; }

    public bool IsOptedIn { get; init; }

    public required string ConsentSource { get; init; }

    public DateTimeOffset OccurredAt { get; init; }
}
