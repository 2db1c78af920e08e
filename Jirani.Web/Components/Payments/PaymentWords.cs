using System.Diagnostics;
using Jirani.Domain;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Shared;

namespace Jirani.Web.Components.Payments;

/// <summary>What the screen of payments says about money.</summary>
internal static class PaymentWords
{
    public static string Sum(decimal amount, string currency) => new Money(amount, new Currency(currency)).ToString();

    /// <summary>As people of the shop's country write a number.</summary>
    public static string Phone(string digits, string country) => PayerNumber.Parse(digits, country)?.Spoken ?? $"+{digits}";

    /// <summary>Null where it is not known.</summary>
    public static string? Network(PaymentRow payment, string country) => Network(payment.Provider, payment.Network, country);

    /// <inheritdoc cref="Network(PaymentRow, string)" />
    public static string? Network(PaymentProvider provider, string? network, string country) => (provider, network) switch
    {
        (PaymentProvider.Cash, _) => "Cash",
        (_, { } code) => MobileNetworks.Find(country, code)?.Name ?? code,
        _ => null,
    };

    /// <summary>Who paid: the customer, or somebody else for them.</summary>
    public static string Payer(PaymentRow payment, string country) => payment.PayerPhone switch
    {
        null => payment.Customer.Title,
        var digits when digits == payment.Customer.Phone => $"{payment.Customer.Title}, {Phone(digits, country)}",
        var digits => $"{Phone(digits, country)}, for {payment.Customer.Title}",
    };

    public static string Account(string code) => code switch
    {
        "flutterwave_unsettled" => "Not settled yet, Flutterwave",
        "flutterwave_available" => "Available, Flutterwave",
        "fees" => "Fees, Flutterwave",
        "sales" => "Sales",
        "suspense" => "Kept for review",
        "cash" => "Cash",
        _ => code,
    };

    /// <summary>Why somebody has to decide.</summary>
    public static string Review(PaymentStory story)
    {
        var (came, asked, order) = (Sum(story.Payment.Amount, story.Payment.Currency), Sum(story.Asked, story.AskedCurrency), $"#{story.Payment.OrderNumber}");
        return story.ReviewReason switch
        {
            ReviewReason.WrongAmount => $"{came} came for order {order}, and {asked} was asked for.",
            ReviewReason.WrongCurrency => $"{came} came for order {order}, which is in {story.AskedCurrency}.",
            ReviewReason.WrongReference => $"{came} came with the reference of something else than order {order}.",
            ReviewReason.OrderClosed => $"The money came {Late(story)}after order {order} {Closed(story.OrderStatus)}.",
            ReviewReason.PaidTwice => $"Order {order} was paid by another payment already, so this money is owed back.",
            null => "The money does not fit the order.",
            _ => throw new UnreachableException(),
        };
    }

    private static string Closed(OrderStatus status) => status switch
    {
        OrderStatus.Cancelled => "was cancelled",
        _ => "had expired",
    };

    private static string Late(PaymentStory story) =>
        story is { CapturedAt: { } came, OrderClosedAt: { } closed } && came > closed ? $"{ChatTime.Left(came - closed)} " : "";
}
