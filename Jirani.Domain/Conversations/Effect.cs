using Jirani.Domain.Orders;

namespace Jirani.Domain.Conversations;

/// <summary>What a decision changes. Effects are to be written in their order.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>The line now holds so many; opens a cart where none is open.</summary>
    public sealed record CartLineSet(Guid ProductId, decimal Quantity, decimal UnitPrice) : Effect;

    public sealed record CartLineRemoved(Guid ProductId) : Effect;

    /// <summary>The open cart became this order: it closes, the stock of the lines is taken, a delivery begins.</summary>
    public sealed record OrderPlaced(NewOrder Order) : Effect;

    /// <summary>The order is to be paid by mobile money: a new attempt, in the place of one that waits.</summary>
    /// <param name="OrderId">The customer's.</param>
    /// <param name="PayerPhone">Digits with country code.</param>
    /// <param name="Network">Flutterwave's code.</param>
    public sealed record PaymentAsked(Guid OrderId, string PayerPhone, string Network) : Effect;

    /// <summary>The customer says that they paid: the provider is to be asked now.</summary>
    public sealed record PaymentQuestioned(Guid OrderId) : Effect;

    public sealed record OptedOut : Effect;

    public sealed record OptedIn : Effect;

    public sealed record HintGiven(DateTimeOffset At) : Effect;

    public sealed record LimitTold(DateTimeOffset At) : Effect;

    /// <summary>The dialogue cannot answer this message; a person should look at it.</summary>
    public sealed record PersonNeeded : Effect;
}
