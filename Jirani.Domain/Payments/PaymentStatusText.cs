using System.Diagnostics;

namespace Jirani.Domain.Payments;

/// <summary>The words that stand in the database.</summary>
public static class PaymentStatusText
{
    public static string ToText(this PaymentStatus status) => status switch
    {
        PaymentStatus.Pending => "pending",
        PaymentStatus.Succeeded => "succeeded",
        PaymentStatus.Failed => "failed",
        PaymentStatus.Review => "review",
        _ => throw new UnreachableException(),
    };

    public static PaymentStatus Parse(string text) => text switch
    {
        "pending" => PaymentStatus.Pending,
        "succeeded" => PaymentStatus.Succeeded,
        "failed" => PaymentStatus.Failed,
        "review" => PaymentStatus.Review,
        _ => throw new FormatException("Not the status of a payment."),
    };
}
