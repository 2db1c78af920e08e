namespace Jirani.Infrastructure.Payments;

internal static class PaymentWords
{
    /// <summary>Absent, another store's and not allowed are one and the same.</summary>
    public const string NotYours = "This payment is not there, or only the shop's owner may do this.";

    public const string OrderNotYours = "This order is not there, or only the shop's owner may do this.";
}
