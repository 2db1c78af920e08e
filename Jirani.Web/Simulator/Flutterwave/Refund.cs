using System.Text.Json;

namespace Jirani.Web.Simulator.Flutterwave;

/// <param name="EndsAt">When it stops being pending.</param>
/// <param name="IsFailing">It ends as failed.</param>
internal sealed record Refund(string Id, Charge Charge, decimal Amount, string Reason, DateTimeOffset CreatedAt, DateTimeOffset EndsAt, bool IsFailing)
{
    public object ToBody(string status) => new
    {
        id = Id,
        amount_refunded = Amount,
        meta = new { },
        reason = Reason,
        status,
        charge_id = Charge.Id,
        created_datetime = CreatedAt.Long(),
    };

    public string StatusAt(DateTimeOffset now) => now < EndsAt ? "pending" : LastStatus;

    public byte[] Webhook() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        webhook_id = FlutterwaveIds.New("wbk"),
        timestamp = EndsAt.ToUnixTimeMilliseconds(),
        type = "refund.completed",
        data = ToBody(LastStatus),
    });

    private string LastStatus => IsFailing ? "failed" : "succeeded";
}
