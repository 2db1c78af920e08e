namespace Jirani.Infrastructure.Consent;

/// <summary>A row of customer_channel_opt_in as screens read it.</summary>
internal sealed class ConsentRecord
{
    public Guid Id { get; init; }

    public Guid StoreId { get; init; }

    public Guid CustomerId { get; init; }

    public required string ChannelType { get; init; }

    public bool IsOptedIn { get; init; }
}
