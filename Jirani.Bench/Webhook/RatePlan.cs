using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>One message and then the three statuses of an earlier reply, over and over.</summary>
internal sealed class RatePlan
{
    private static readonly string[] _statuses = ["sent", "delivered", "read"];

    /// <summary>Replies that were sent before, each with its id from Meta.</summary>
    private const string Sent = """
        with someone as (
            insert into customers (store_id, phone)
            select store_id, '254990000000' from business_channel_settings where wa_phone_number_id = '100000000000001'
            returning store_id, id, phone),
        opened as (insert into conversations (store_id, customer_id) select store_id, id from someone)
        insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, whatsapp_message_id, send_started_at, created_at)
        select store_id, id, phone, 'outbound_text', 'reply', '{"type": "text", "text": {"body": "Karibu"}}', 'sent', 'wamid.sent.' || n, now(), now() - interval '3 hours'
        from someone, generate_series(0, $1) n
        """;

    private readonly DateTimeOffset _at = DateTimeOffset.UtcNow;
    private int _reply;

    public static async Task<RatePlan> PrepareAsync(Cluster cluster, int replies, CancellationToken cancellationToken)
    {
        await cluster.ExecuteAsync(Sent, cancellationToken, replies);
        await cluster.ExecuteAsync("vacuum analyze", cancellationToken);
        return new RatePlan();
    }

    public byte[][] Requests(Crowd crowd, int count)
    {
        var requests = new byte[count][];
        for (var place = 0; place < count; place++)
        {
            requests[place] = place % 4 == 0
                ? crowd.Request(0, place / 4)
                : SignedRequest.Status("254990000000", $"wamid.sent.{_reply + (place / 4)}", _statuses[(place % 4) - 1], _at);
        }

        _reply += count / 4;
        return requests;
    }
}
