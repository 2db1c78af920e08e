using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;

namespace Jirani.Tests.Support;

/// <summary>Otieno writes to Mama Njeri, message after message; nothing but Domain is under it.</summary>
internal sealed class Chat(Shelf shelf, Shopper shopper)
{
    private long _lastId;

    public Chat(params Product[] products)
        : this(Given.Shelf(products), Otieno())
    {
    }

    public Storefront Store { get; init; } = Given.Store();

    public Shopper Shopper => shopper;

    public DateTimeOffset Now { get; set; } = Given.Noon;

    public static Shopper Otieno(
        IEnumerable<CartLine>? cart = null,
        PlacedOrder? latest = null,
        bool isOptedIn = true,
        DateTimeOffset? pausedUntil = null,
        IReadOnlyList<DateTimeOffset>? recent = null,
        IReadOnlyDictionary<string, PlacedOrder>? tracked = null) => new()
        {
            CustomerId = Given.Id("otieno"),
            SessionId = Given.OtienosSession,
            IsOptedIn = isOptedIn,
            BotPausedUntil = pausedUntil,
            RecentMessages = recent ?? [],
            Cart = new Cart(cart ?? []),
            LatestOrder = latest,
            Tracked = tracked ?? new Dictionary<string, PlacedOrder>(),
            Tickets = new Queue<OrderTicket>([new(Given.Id("1050"), "1050"), new(Given.Id("1051"), "1051")]),
        };

    public Decision Write(string? text, MessageKind kind = MessageKind.Text, DateTimeOffset? sentAt = null) =>
        Dialogue.Decide(Store, shopper, shelf, new IncomingMessage(++_lastId, kind, text, Now, sentAt ?? Now), Now);

    public string? Ask(string? text) => Write(text).Reply?.Text;
}
