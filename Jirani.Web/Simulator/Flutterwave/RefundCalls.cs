using System.Text.Json;
using Jirani.Web.Simulator.Graph;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Refunds, in both versions.</summary>
internal sealed class RefundCalls(ChargeBook book, RefundBook refunds, WebhookPlan plan, TimeProvider time, IOptions<MoneyOptions> options)
{
    private static readonly string[] _reasons = ["duplicate", "fraudulent", "requested_by_customer", "expired_uncaptured_charge"];

    public FlutterwaveReply Create(JsonElement body)
    {
        if (Amount(body) is not > 0)
        {
            return FlutterwaveReply.Refused(FlutterwaveRefusal.Invalid("amount", "must be a positive number"));
        }

        if (!_reasons.Contains(body.Text("reason")))
        {
            return FlutterwaveReply.Refused(FlutterwaveRefusal.Invalid("reason", $"must be one of {string.Join(", ", _reasons)}"));
        }

        if (book.Find(body.Text("charge_id") ?? "") is not { IsHosted: false } charge)
        {
            return FlutterwaveReply.Refused(FlutterwaveRefusal.ChargeNotFound);
        }

        // The official answer has no status of its own and calls the refund completed before it is.
        return TryBegin(charge, Amount(body)!.Value, FlutterwaveIds.New("rfd"), body.Text("reason")!, out var refund) is { } refusal
            ? FlutterwaveReply.Refused(refusal)
            : FlutterwaveReply.Plain(201, new { message = "Refund Initiated", data = refund.ToBody("completed") });
    }

    public FlutterwaveReply Show(string id) => refunds.Find(id) is { Charge.IsHosted: false } refund
        ? FlutterwaveReply.Success(200, "Refund fetched", refund.ToBody(refund.StatusAt(time.GetUtcNow())))
        : FlutterwaveReply.Refused(FlutterwaveRefusal.RefundNotFound);

    /// <summary>Version 3; without an amount all of it goes back. No webhook: they are off until support turns them on.</summary>
    public FlutterwaveReply CreateV3(string chargeId, JsonElement? body) => book.Find(chargeId) is not { IsHosted: true } charge
        ? FlutterwaveReply.RefusedV3(404, "No transaction was found for this id")
        : TryBegin(charge, Amount(body) ?? charge.SaidAmount, FlutterwaveIds.NewNumber(), "requested_by_customer", out var refund) is { } refusal
            ? FlutterwaveReply.RefusedV3(400, refusal.Message)
            : FlutterwaveReply.Success(200, "Transaction refund initiated", new
            {
                id = long.Parse(refund.Id, System.Globalization.CultureInfo.InvariantCulture),
                tx_id = long.Parse(charge.Id, System.Globalization.CultureInfo.InvariantCulture),
                amount_refunded = refund.Amount,
                status = "completed",
                created_at = refund.CreatedAt.Short(),
            });

    private FlutterwaveRefusal? TryBegin(Charge charge, decimal amount, string id, string reason, out Refund refund)
    {
        var now = time.GetUtcNow();
        refund = new Refund(id, charge, amount, reason, now, now + options.Value.RefundAfter, plan.FaultsOf(charge).IsRefundFailing);
        var refusal = charge.IsPaid ? refunds.TryAdd(refund) : FlutterwaveRefusal.NothingToRefund;
        if (refusal is null && !charge.IsHosted)
        {
            plan.Tell(refund);
        }

        return refusal;
    }

    private static decimal? Amount(JsonElement? body) =>
        body.Member("amount") is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var amount) ? amount : null;
}
