using System.Diagnostics;
using Jirani.Domain.Orders;

namespace Jirani.Domain.Conversations;

internal static class HelpTexts
{
    public const string TooFast = "Too many messages at once. Wait a minute, then write again.";

    private const string Shopping = "ADD CODE 2 puts two of a product into your cart, REMOVE CODE takes it out.";

    public static string Hint(Storefront store) =>
        $"{store.Name} reads this and answers. For an order by message: ADD, CART, CHECKOUT. HELP shows how.";

    /// <summary>What can be done next, from where the customer is.</summary>
    public static string Fitting(Moment moment) => $"""
        {moment.Store.Name}
        {Next(moment.Shopper, moment.Store.Currency)}
        STATUS shows your last order, STOP ends messages.
        """;

    public static string Missing(CustomerCommand.Incomplete command, Shopper shopper) => command.Fault switch
    {
        CommandFault.NothingNamed when command.Word == "TRACK" => $"Which order? {TrackExample(shopper)}",
        CommandFault.NothingNamed => $"Which product? Write its code: {Example(command)}",
        CommandFault.BadQuantity => $"How many? Write a number from 1 to 999: {Example(command)}",
        CommandFault.TooMuch when command.Word == "TRACK" => $"One order in a message. {TrackExample(shopper)}",
        CommandFault.TooMuch => $"One product in a message, its code and how many: {Example(command)}",
        _ => throw new UnreachableException(),
    };

    private static string Next(Shopper shopper, Currency currency) => shopper switch
    {
        { Cart.IsEmpty: false } =>
            $"In your cart: {Lines(shopper.Cart.Lines.Count)}, {shopper.Cart.Total(currency)}. CHECKOUT orders it, CART shows it.\n{Shopping}",
        { LatestOrder: { IsUnpaid: true } order } =>
            $"{OrderTexts.State(order)} PAY pays it.\n{Shopping}",
        { LatestOrder: { Status: OrderStatus.Processing or OrderStatus.Shipped } order } =>
            $"{OrderTexts.State(order)} TRACK {order.Number} follows it.\n{Shopping}",
        _ => $"{Shopping}\nCART shows it, CHECKOUT orders it.",
    };

    private static string Lines(int count) => count == 1 ? "1 product" : $"{count} products";

    private static string Example(CustomerCommand.Incomplete command) =>
        $"{command.Word} {Wording.Echo(command.Sku ?? "CODE")} 2";

    private static string TrackExample(Shopper shopper) =>
        shopper.LatestOrder is { } order ? $"Write TRACK {order.Number}" : "Write TRACK and the order's number.";
}
