using System.Diagnostics;

namespace Jirani.Domain.Payments;

/// <summary>The words that stand in the database.</summary>
public static class RefundStatusText
{
    public static string ToText(this RefundStatus status) => status switch
    {
        RefundStatus.Pending => "pending",
        RefundStatus.Succeeded => "succeeded",
        RefundStatus.Failed => "failed",
        _ => throw new UnreachableException(),
    };

    public static RefundStatus Parse(string text) => text switch
    {
        "pending" => RefundStatus.Pending,
        "succeeded" => RefundStatus.Succeeded,
        "failed" => RefundStatus.Failed,
        _ => throw new FormatException("Not the status of a refund."),
    };
}
