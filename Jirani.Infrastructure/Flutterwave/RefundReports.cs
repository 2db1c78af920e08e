using System.Globalization;
using System.Text.Json;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>A refund as the API writes it, in either version.</summary>
internal static class RefundReports
{
    /// <param name="refund">The data of the answer.</param>
    /// <param name="isFirstAnswer">The answer to asking for it says "completed" at once, which is not to be believed before it is asked after.</param>
    public static RefundOutcome Read(JsonElement? refund, bool isFirstAnswer) => refund.Text("id"u8) is { Length: > 0 } id
        ? new RefundOutcome.Known(id, isFirstAnswer ? RefundStatus.Pending : Status(refund.Text("status"u8)))
        : new RefundOutcome.Unknown("no id in the answer");

    /// <summary>Those of a list that may be the one that is asked for: of its charge, of its amount, and not failed.</summary>
    public static IReadOnlyList<JsonElement> Of(JsonElement? list, RefundRequest request) =>
    [
        .. list.Elements().Where(refund => refund.Text("charge_id"u8) == request.ChargeId
            && decimal.TryParse(refund.Text("amount_refunded"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            && amount == request.Amount.Amount && Status(refund.Text("status"u8)) != RefundStatus.Failed),
    ];

    private static RefundStatus Status(string? word) => word?.ToUpperInvariant() switch
    {
        "SUCCEEDED" or "COMPLETED" or "COMPLETED-MOMO" or "COMPLETED-BANK-TRANSFER" => RefundStatus.Succeeded,
        "FAILED" => RefundStatus.Failed,
        _ => RefundStatus.Pending,
    };
}
