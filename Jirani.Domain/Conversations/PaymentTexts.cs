using Jirani.Domain.Orders;
using Jirani.Domain.Payments;

namespace Jirani.Domain.Conversations;

internal static class PaymentTexts
{
    public const string WhichNumber = "Which number pays? Write PAY and the number: PAY 0712 345 678";

    public static string NoSuchNumber(string written) =>
        $"{Wording.Echo(written)} is no number that can pay here. Write it like this: PAY 0712 345 678";

    public static string WhichNetwork(PlacedOrder order, PayerNumber payer) =>
        $"{order.Total} for order #{order.Number}, paid by {payer.Spoken}. With which mobile money?\nAnother number pays? PAY and that number.";

    public static string Prompted(PlacedOrder order, PayerNumber payer, MobileNetwork network) =>
        $"{network.Name} asks for {order.Total} on {payer.Spoken}. Enter your PIN on that phone.\nWe write here as soon as order #{order.Number} is paid.";

    public static string OnItsWay(PayerNumber payer, MobileNetwork network) =>
        $"{network.Name} is just asking on {payer.Spoken}. If nothing comes within a minute, write PAY again.";

    public static string OnThePage(Storefront store, PlacedOrder order) => $"Pay {order.Total} for order #{order.Number} here:\n{store.Pay(order.Id)}";

    public static string InReview(PlacedOrder order) =>
        $"Your money for order #{order.Number} has arrived and is kept safe. The shop looks at it and writes to you.";

    public static string NotHeardYet(PlacedOrder order) =>
        $"We have not heard of your payment for order #{order.Number} yet and ask right now. We write here as soon as we know.";

    public static string NothingBegun(Storefront store, PlacedOrder order) =>
        $"No payment for order #{order.Number} is under way. Write PAY, or pay here:\n{store.Pay(order.Id)}";
}
