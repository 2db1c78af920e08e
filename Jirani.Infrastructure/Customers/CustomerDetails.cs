using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Conversations;

namespace Jirani.Infrastructure.Customers;

/// <summary>What stands beside a conversation: who it is, what lies in the cart, what was ordered, what the team noted.</summary>
public sealed record CustomerDetails
{
    public required Guid Id { get; init; }

    public required Guid StoreId { get; init; }

    public required CustomerName Name { get; init; }

    /// <summary>One of en, sw, lg, fr; null where nobody said.</summary>
    public required string? Language { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>The record of consent, newest first; empty where there is none.</summary>
    public required IReadOnlyList<ConsentStep> Consent { get; init; }

    public required IReadOnlyList<CartLineRow> Cart { get; init; }

    /// <summary>The newest twenty, newest first.</summary>
    public required IReadOnlyList<CustomerOrder> Orders { get; init; }

    public required int OrderCount { get; init; }

    /// <summary>In the store's currency: what was paid and not given back.</summary>
    public required decimal Spent { get; init; }

    public required int PaidOrders { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<NoteRow> Notes { get; init; }

    /// <summary>Whoever asks may mark an order as paid in cash.</summary>
    public bool MayTakeCash { get; init; }
}
