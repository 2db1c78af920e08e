using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Conversations;

internal sealed record Moment(Storefront Store, Shopper Shopper, Shelf Shelf, DateTimeOffset Now);
