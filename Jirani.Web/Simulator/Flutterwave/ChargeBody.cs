using System.Text.Json;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A charge as the API answers it and as webhooks tell it: the two differ in shape.</summary>
internal static class ChargeBody
{
    public static object Answer(Charge charge, bool isSettled)
    {
        var body = new Dictionary<string, object?>
        {
            ["id"] = charge.Id,
            ["amount"] = charge.SaidAmount,
            ["fees"] = Fees(charge),
            ["currency"] = charge.SaidCurrency,
            ["customer_id"] = charge.Payer.Id,
            ["settled"] = isSettled,
            ["settlement_id"] = Array.Empty<string>(),
            ["meta"] = charge.Meta,
            ["payment_method_details"] = charge.Wallet?.ToBody(),
            ["reference"] = charge.Reference,
            ["status"] = charge.Decision.Status(),
            ["processor_response"] = Processor(charge.Decision),
            ["created_datetime"] = charge.CreatedAt.Long(),
        };
        if (charge.EndedAt is null)
        {
            body["next_action"] = new { type = "payment_instruction", payment_instruction = new { note = Note(charge) } };
        }

        return body;
    }

    /// <param name="charge">What it is about.</param>
    /// <param name="decision">What the webhook claims; a fault makes it differ from the charge's own.</param>
    /// <param name="at">When it is told.</param>
    public static byte[] Webhook(Charge charge, PromptDecision? decision, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        webhook_id = FlutterwaveIds.New("wbk"),
        timestamp = at.ToUnixTimeMilliseconds(),
        type = "charge.completed",
        data = new
        {
            id = charge.Id,
            amount = charge.SaidAmount,
            currency = charge.SaidCurrency,
            customer = charge.Payer.ToBody(),
            description = (string?)null,
            meta = charge.Meta,
            payment_method = charge.Wallet?.ToWebhookBody(),
            redirect_url = charge.RedirectUrl,
            reference = charge.Reference,
            status = decision.Status(),
            processor_response = Processor(decision),
            created_datetime = charge.CreatedAt.Short(),
        },
    });

    private static object[] Fees(Charge charge) =>
    [
        new { type = "vat", amount = 0m },
        new { type = "app", amount = charge.Fee },
        new { type = "merchant", amount = 0m },
        new { type = "stamp_duty", amount = 0m },
    ];

    private static object Processor(PromptDecision? decision)
    {
        var (type, code) = decision.Processor();
        return new { type, code };
    }

    private static string Note(Charge charge) =>
        $"Please authorise this payment on your mobile number: {charge.Wallet?.Phone}. It may take a few minutes to confirm this payment.";
}
