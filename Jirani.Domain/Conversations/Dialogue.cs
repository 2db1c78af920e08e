using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Conversations;

public static class Dialogue
{
    public static Decision Decide(Storefront store, Shopper shopper, Shelf shelf, IncomingMessage message, DateTimeOffset now) =>
        throw new NotImplementedException($"{store}{shopper}{shelf}{message}{now}");
}
