using System.Diagnostics;
using Jirani.Domain.Catalogue;

namespace Jirani.Domain.Conversations;

/// <summary>Decides what one message changes and what is answered. The only place where a customer's message becomes a reply.</summary>
public static class Dialogue
{
    /// <summary>Older messages are for a person: Meta redelivers for a week, and nobody expects an answer by then.</summary>
    private static readonly TimeSpan _longestDelay = TimeSpan.FromHours(24);

    private static readonly TimeSpan _hintPause = TimeSpan.FromMinutes(10);

    /// <summary>Also moves the shopper and the shelf along, so that the next message of the batch finds what this one left.</summary>
    /// <param name="now">Our own time; <see cref="IncomingMessage.ReceivedAt"/> is not after it.</param>
    public static Decision Decide(Storefront store, Shopper shopper, Shelf shelf, IncomingMessage message, DateTimeOffset now)
    {
        if (!message.Kind.IsConversational())
        {
            return Decision.Nothing;
        }

        var decision = Answer(new Moment(store, shopper, shelf, now), message);
        shopper.Remember(message);
        return decision;
    }

    private static Decision Answer(Moment moment, IncomingMessage message)
    {
        if (moment.Now - message.WrittenAt > _longestDelay)
        {
            return Decision.Silently(new Effect.PersonNeeded());
        }

        var command = CommandReader.Read(message.Text);
        if (command is CustomerCommand.Stop)
        {
            return ConsentTalk.Stop(moment);
        }

        if (MessageLimit.IsReached(moment.Shopper.RecentMessages, message.ReceivedAt))
        {
            return MessageLimit.Tell(moment);
        }

        return moment.Shopper.IsOptedIn ? Attend(moment, command) : ConsentTalk.WhileOptedOut(moment, command);
    }

    private static Decision Attend(Moment moment, CustomerCommand command) =>
        moment.Shopper.IsPausedAt(moment.Now) ? Decision.Silently(new Effect.PersonNeeded()) : Run(moment, command);

    private static Decision Run(Moment moment, CustomerCommand command) => command switch
    {
        CustomerCommand.Add add => CartTalk.Add(moment, add),
        CustomerCommand.Remove remove => CartTalk.Remove(moment, remove),
        CustomerCommand.ShowCart => CartTalk.Show(moment),
        CustomerCommand.Checkout => CheckoutTalk.Checkout(moment),
        CustomerCommand.Status => OrderTalk.Status(moment),
        CustomerCommand.Track track => OrderTalk.Track(moment, track),
        CustomerCommand.Pay pay => PaymentTalk.Pay(moment, pay),
        CustomerCommand.Paid => PaymentTalk.Paid(moment),
        CustomerCommand.Help or CustomerCommand.Start => Decision.Say(HelpTexts.Fitting(moment)),
        CustomerCommand.Incomplete incomplete => Decision.Say(HelpTexts.Missing(incomplete, moment.Shopper)),
        CustomerCommand.Unrecognised => Hint(moment),
        _ => throw new UnreachableException(),
    };

    // A question in free words is for a person in any case; the hint only says what works without one.
    private static Decision Hint(Moment moment)
    {
        if (moment.Now - moment.Shopper.HintedAt < _hintPause)
        {
            return Decision.Silently(new Effect.PersonNeeded());
        }

        moment.Shopper.HintedAt = moment.Now;
        return Decision.Say(HelpTexts.Hint(moment.Store), new Effect.HintGiven(moment.Now), new Effect.PersonNeeded());
    }
}
