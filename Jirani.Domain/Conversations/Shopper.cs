using Jirani.Domain.Carts;
using Jirani.Domain.Orders;

namespace Jirani.Domain.Conversations;

/// <summary>One customer's moment in one store; the dialogue moves it along as it decides message after message.</summary>
public sealed class Shopper
{
    private readonly List<DateTimeOffset> _recentMessages = [];
    private readonly List<KnownPayment> _payments = [];

    public required Guid CustomerId { get; init; }

    /// <summary><c>wa:</c> and the phone's digits, or the user id where no phone is known.</summary>
    public required string SessionId { get; init; }

    public required bool IsOptedIn { get; set; }

    /// <summary>Until when a person answers instead; null when nobody stepped in.</summary>
    public DateTimeOffset? BotPausedUntil { get; set; }

    public DateTimeOffset? HintedAt { get; set; }

    public DateTimeOffset? LimitToldAt { get; set; }

    /// <summary>When the conversational messages before this batch were received; the last minute's newest 31 are enough.</summary>
    public IReadOnlyList<DateTimeOffset> RecentMessages
    {
        get => _recentMessages;
        init => _recentMessages = [.. value];
    }

    public Cart Cart { get; init; } = new();

    /// <summary>The most recent order in this store.</summary>
    public PlacedOrder? LatestOrder { get; set; }

    /// <summary>The customer's own orders that the batch asks for, by the reference of the <c>TRACK</c> command.</summary>
    public IReadOnlyDictionary<string, PlacedOrder> Tracked { get; init; } = new Dictionary<string, PlacedOrder>();

    /// <summary>One for each message of the batch that reads as <c>CHECKOUT</c>.</summary>
    public Queue<OrderTicket> Tickets { get; init; } = [];

    /// <summary>The customer's own payments where the batch asks about them, newest first.</summary>
    public IReadOnlyList<KnownPayment> Payments
    {
        get => _payments;
        init => _payments = [.. value];
    }

    /// <summary>Digits as in Meta's <c>wa_id</c>; null for a customer without a number.</summary>
    internal string? Phone => PhoneNumber.TryParse(SessionId[3..], out var number) ? number.Digits : null;

    internal void Remember(KnownPayment payment) => _payments.Insert(0, payment);

    internal void Remember(IncomingMessage message) => _recentMessages.Add(message.ReceivedAt);

    internal bool IsPausedAt(DateTimeOffset now) => BotPausedUntil > now;
}
