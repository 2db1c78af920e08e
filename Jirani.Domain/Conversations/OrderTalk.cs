using Jirani.Domain.Orders;

namespace Jirani.Domain.Conversations;

internal static class OrderTalk
{
    public static Decision Status(Moment moment) =>
        Decision.Say(moment.Shopper.LatestOrder is { } order ? OrderTexts.Status(moment.Store, order) : OrderTexts.None);

    public static Decision Track(Moment moment, CustomerCommand.Track command) =>
        Decision.Say(Own(moment.Shopper, command.Reference) is { } order
            ? OrderTexts.Delivery(moment.Store, order)
            : OrderTexts.NotFound(command.Reference));

    // An order placed earlier in the same batch could not be looked up with the rest.
    private static PlacedOrder? Own(Shopper shopper, string reference) =>
        shopper.LatestOrder is { } latest && latest.AnswersTo(reference)
            ? latest
            : shopper.Tracked.GetValueOrDefault(reference);
}
