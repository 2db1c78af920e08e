using Jirani.Domain.Orders;
using Jirani.Domain.Payments;

namespace Jirani.Domain.Conversations;

/// <summary>PAY in the chat does what the pay page does, and asks only for what is not known.</summary>
internal static class PaymentTalk
{
    /// <summary>A prompt asked for again so soon is still on its way.</summary>
    private static readonly TimeSpan _promptTakes = TimeSpan.FromSeconds(45);

    public static Decision Pay(Moment moment, CustomerCommand.Pay command)
    {
        if (moment.Shopper.LatestOrder is not { } order)
        {
            return Decision.Say(OrderTexts.None);
        }

        var begun = moment.Shopper.Payments.Where(payment => payment.OrderId == order.Id).Select(payment => payment.BegunAt);
        if ((Payability.Fault(order) ?? Payability.LimitFault(order, begun, moment.Now)) is { } fault)
        {
            return Decision.Say(fault);
        }

        return moment.Store.PaysOnProvidersPage || MobileNetworks.Of(moment.Store.Country).Count == 0
            ? Decision.Say(PaymentTexts.OnThePage(moment.Store, order))
            : Prompt(moment, order, command);
    }

    /// <summary>Answered from the record: what the customer says changes nothing, but it is worth asking the provider at once.</summary>
    public static Decision Paid(Moment moment)
    {
        if (moment.Shopper.LatestOrder is not { } order)
        {
            return Decision.Say(OrderTexts.None);
        }

        var payments = moment.Shopper.Payments.Where(payment => payment.OrderId == order.Id).ToArray();
        return order switch
        {
            { IsUnpaid: false } when !payments.Any(payment => payment.Status.NeedsPerson()) => Decision.Say(OrderTexts.Status(moment.Store, order)),
            _ when payments.Any(payment => payment.Status.NeedsPerson()) => Decision.Say(PaymentTexts.InReview(order)),
            _ when payments.Any(payment => payment.Status.IsOpen()) =>
                Decision.Say(PaymentTexts.NotHeardYet(order), new Effect.PaymentQuestioned(order.Id)),
            _ => Decision.Say(PaymentTexts.NothingBegun(moment.Store, order)),
        };
    }

    private static Decision Prompt(Moment moment, PlacedOrder order, CustomerCommand.Pay command)
    {
        var country = moment.Store.Country;
        if (PayerNumber.Parse(command.Number ?? moment.Shopper.Phone, country) is not { } payer)
        {
            return Decision.Say(command.Number is null ? PaymentTexts.WhichNumber : PaymentTexts.NoSuchNumber(command.Number));
        }

        return Network(moment, payer, command.Network) is { } network
            ? Prompt(moment, order, payer, network)
            : Decision.Ask(PaymentTexts.WhichNetwork(order, payer), Choices(country, payer));
    }

    private static Decision Prompt(Moment moment, PlacedOrder order, PayerNumber payer, MobileNetwork network)
    {
        var isOnItsWay = moment.Shopper.Payments.Any(payment =>
            payment.IsLive && payment.OrderId == order.Id && payment.PayerPhone == payer.Digits && payment.Network == network.Code
            && moment.Now - payment.BegunAt < _promptTakes);
        if (isOnItsWay)
        {
            return Decision.Say(PaymentTexts.OnItsWay(payer, network));
        }

        moment.Shopper.Remember(new KnownPayment(order.Id, PaymentStatus.Pending, payer.Digits, network.Code, IsLive: true, moment.Now));
        return Decision.Say(PaymentTexts.Prompted(order, payer, network), new Effect.PaymentAsked(order.Id, payer.Digits, network.Code));
    }

    /// <summary>What was written, the only one there is, or the one this number paid with before; a prefix is never enough.</summary>
    private static MobileNetwork? Network(Moment moment, PayerNumber payer, string? written)
    {
        var country = moment.Store.Country;
        return MobileNetworks.Named(country, written)
            ?? (MobileNetworks.Of(country) is [var only] ? only : null)
            ?? MobileNetworks.Find(country, moment.Shopper.Payments.FirstOrDefault(payment => payment.PayerPhone == payer.Digits)?.Network);
    }

    /// <summary>The likely one stands first.</summary>
    private static IReadOnlyList<ReplyChoice> Choices(string country, PayerNumber payer)
    {
        var likely = MobileNetworks.Suggested(country, payer);
        return [.. MobileNetworks.Of(country).OrderByDescending(network => network == likely)
            .Select(network => new ReplyChoice($"PAY {network.Code} {payer.Digits}", network.Name))];
    }
}
