using Jirani.Domain.Carts;
using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;

namespace Jirani.Infrastructure.Messaging;

/// <summary>All that is loaded of one conversation while it is locked.</summary>
internal sealed class WaitingConversation(ConversationKey key, Guid conversationId)
{
    public ConversationKey Key => key;

    public Guid ConversationId => conversationId;

    public List<WaitingMessage> Messages { get; } = [];

    public CustomerMoment? Moment { get; set; }

    public List<CartLine> CartLines { get; } = [];

    public PlacedOrder? LatestOrder { get; set; }

    public Dictionary<string, PlacedOrder> Tracked { get; } = [];

    public Queue<OrderTicket> Tickets { get; } = [];

    public List<KnownPayment> Payments { get; } = [];

    public IReadOnlyList<CustomerCommand> Commands => _commands ??= [.. Messages.Select(message => CommandReader.Read(message.Text))];

    private CustomerCommand[]? _commands;

    public Shopper ToShopper()
    {
        var moment = Moment!;
        return new Shopper
        {
            CustomerId = key.CustomerId,
            SessionId = moment.SessionId,
            IsOptedIn = moment.IsOptedIn,
            BotPausedUntil = moment.BotPausedUntil,
            HintedAt = moment.HintedAt,
            LimitToldAt = moment.LimitToldAt,
            RecentMessages = [.. moment.RecentMessages],
            Cart = new Cart(CartLines),
            LatestOrder = LatestOrder,
            Tracked = Tracked,
            Tickets = Tickets,
            Payments = Payments,
        };
    }
}
