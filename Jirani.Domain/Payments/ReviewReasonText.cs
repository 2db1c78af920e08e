using System.Diagnostics;

namespace Jirani.Domain.Payments;

/// <summary>The words that stand in the database.</summary>
public static class ReviewReasonText
{
    public static string ToText(this ReviewReason reason) => reason switch
    {
        ReviewReason.WrongAmount => "wrong_amount",
        ReviewReason.WrongCurrency => "wrong_currency",
        ReviewReason.WrongReference => "wrong_reference",
        ReviewReason.OrderClosed => "order_closed",
        ReviewReason.PaidTwice => "paid_twice",
        _ => throw new UnreachableException(),
    };

    public static ReviewReason Parse(string text) => text switch
    {
        "wrong_amount" => ReviewReason.WrongAmount,
        "wrong_currency" => ReviewReason.WrongCurrency,
        "wrong_reference" => ReviewReason.WrongReference,
        "order_closed" => ReviewReason.OrderClosed,
        "paid_twice" => ReviewReason.PaidTwice,
        _ => throw new FormatException("Not a reason to review a payment."),
    };
}
