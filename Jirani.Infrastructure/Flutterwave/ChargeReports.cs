using System.Globalization;
using System.Text.Json;
using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>A charge as the API writes it, in either version.</summary>
internal static class ChargeReports
{
    private const int LongestWord = 40;

    /// <returns>Null where it has no id.</returns>
    public static ChargeReport? Read(JsonElement? charge) => charge.Text("id"u8) is not { Length: > 0 } id ? null : new ChargeReport
    {
        ChargeId = id,
        Reference = charge.Text("reference"u8) ?? charge.Text("tx_ref"u8),
        Amount = Decimal(charge.Text("amount"u8)),
        Currency = charge.Text("currency"u8)?.ToUpperInvariant(),
        ProviderStatus = charge.Text("status"u8).Shortened(LongestWord) ?? "",
        Status = Status(charge.Text("status"u8)),
        Fee = Fee(charge),
        IsSettled = charge.Find("settled"u8).IsTrue(),
        FailureCode = charge.Find("processor_response"u8).Text("code"u8).Shortened(LongestWord),
    };

    /// <summary>Nobody knows what an unknown word means: neither success nor failure.</summary>
    private static ChargeStatus Status(string? word) => word?.ToUpperInvariant() switch
    {
        "PENDING" => ChargeStatus.Pending,
        "SUCCEEDED" or "SUCCESSFUL" => ChargeStatus.Succeeded,
        "FAILED" => ChargeStatus.Failed,
        "VOIDED" => ChargeStatus.Voided,
        _ => ChargeStatus.Unknown,
    };

    private static decimal Fee(JsonElement? charge) =>
        (Decimal(charge.Text("app_fee"u8)) ?? 0) + charge.Find("fees"u8).Elements().Sum(fee => Decimal(fee.Text("amount"u8)) ?? 0);

    /// <summary>A number however it is written, 1e2 too; null for what is none, is less than nothing or is more than is kept of money.</summary>
    private static decimal? Decimal(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= Money.Largest ? number : null;
}
