using System.Diagnostics;
using Jirani.Infrastructure.Live;

namespace Jirani.Web.Live;

/// <summary>A change as a client of the hub hears it: ids only.</summary>
/// <param name="StoreId">In which store.</param>
/// <param name="Kind">conversation, cart, order, product, customer, channel, store or payment. More may follow.</param>
/// <param name="SubjectId">
/// The conversation's for a message or a tick, the customer's for a cart, the order's for a delivery; null = more of this kind changed
/// than a slow client is told one by one, so all that is shown of it is to be read again.
/// </param>
public sealed record HeardChange(Guid StoreId, string Kind, Guid? SubjectId)
{
    internal static HeardChange Of(StoreChange change) => new(change.StoreId, Word(change.Kind), change.Id == Guid.Empty ? null : change.Id);

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Conversation => "conversation",
        ChangeKind.Cart => "cart",
        ChangeKind.Order => "order",
        ChangeKind.Product => "product",
        ChangeKind.Customer => "customer",
        ChangeKind.Channel => "channel",
        ChangeKind.Store => "store",
        ChangeKind.Payment => "payment",
        _ => throw new UnreachableException(),
    };
}
