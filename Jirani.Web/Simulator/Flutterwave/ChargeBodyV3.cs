using System.Globalization;
using System.Text.Json;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A charge in the words of version 3.</summary>
internal static class ChargeBodyV3
{
    public static object Answer(Charge charge)
    {
        var body = Members(charge, charge.Decision);
        body["amount_settled"] = charge.SaidAmount - charge.Fee;
        return body;
    }

    /// <param name="charge">What it is about.</param>
    /// <param name="decision">What the webhook claims; a fault makes it differ from the charge's own.</param>
    public static byte[] Webhook(Charge charge, PromptDecision? decision) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["event"] = "charge.completed",
        ["data"] = Members(charge, decision),
        ["event.type"] = $"{PaymentType(charge).ToUpperInvariant()}_TRANSACTION",
    });

    private static Dictionary<string, object?> Members(Charge charge, PromptDecision? decision) => new()
    {
        ["id"] = Number(charge.Id),
        ["tx_ref"] = charge.Reference,
        ["flw_ref"] = $"FLW-SIM-{charge.Id}",
        ["device_fingerprint"] = "N/A",
        ["amount"] = charge.SaidAmount,
        ["currency"] = charge.SaidCurrency,
        ["charged_amount"] = charge.SaidAmount,
        ["app_fee"] = charge.Fee,
        ["merchant_fee"] = 0,
        ["processor_response"] = decision?.Words() ?? "Pending",
        ["auth_model"] = "MOBILEMONEY",
        ["ip"] = "::127.0.0.1",
        ["narration"] = charge.Store ?? "Jirani",
        ["status"] = decision.StatusV3(),
        ["payment_type"] = PaymentType(charge),
        ["created_at"] = charge.CreatedAt.Short(),
        ["account_id"] = 17321,
        ["customer"] = new
        {
            id = Number(charge.Payer.Id),
            name = charge.Payer.First,
            phone_number = charge.Payer.Phone?.Number,
            email = charge.Payer.Email,
            created_at = charge.Payer.CreatedAt.Short(),
        },
    };

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    private static string PaymentType(Charge charge) => charge.Country.Iso == "KE" ? "mpesa" : $"mobilemoney{charge.Country.Iso.ToLowerInvariant()}";
}
