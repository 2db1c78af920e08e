namespace Jirani.Infrastructure.Orders;

internal static class OrderSentences
{
    /// <summary>Absent, another store's and not allowed are one and the same.</summary>
    public const string NotYours = "This order is not there, or your role in the shop does not move orders.";

    public const string NotSaved = "This order could not be saved: the database did not answer. Look whether it has moved, and try again.";

    public const string TooMany = "Choose at most 200 orders at once.";
}
