using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

/// <summary>Every recorded body of Meta's, sent to a demo store and sent again.</summary>
public sealed class SampleTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    private static readonly string[] _conversational =
        ["text", "image", "video", "audio", "voice", "document", "sticker", "interactive", "button", "order", "location", "contacts"];

    private static int _round;

    public static TheoryData<string> Names => [.. Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "whatsapp"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Posted_twice_at_once_it_is_kept_once_where_it_belongs(string name)
    {
        var body = await ReadAsync(name);
        var quarantined = await QuarantinedAsync("%");
        var parked = await ParkedAsync();

        var answers = await Task.WhenAll(App.PostSignedAsync(body, Cancel), App.PostSignedAsync(body, Cancel));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], answers);
        await SettledAsync();
        await AssertRowsAsync(body);
        Assert.Equal(quarantined + (ReasonFor(name) is null ? 0 : 1), await QuarantinedAsync("%"));
        Assert.Equal(parked + StatusesIn(name), await ParkedAsync());
        if (ReasonFor(name) is { } reason)
        {
            Assert.Equal(1, await ValueAsync<long>("select count(*) from (select reason from webhook_quarantine order by id desc limit 1) q where q.reason like $1", reason));
        }
    }

    /// <summary>What cannot become a message: the reason it is kept for a person.</summary>
    private static string? ReasonFor(string name) => name switch
    {
        "msg_text_no_sender" => "no_sender",
        "not_whatsapp_object" => "unhandled_object",
        "value_errors_only" => "value_errors",
        _ when name.StartsWith("msg_", StringComparison.Ordinal) || name.StartsWith("system_", StringComparison.Ordinal)
            || name.StartsWith("echo_", StringComparison.Ordinal) || name.StartsWith("status_", StringComparison.Ordinal)
            || name.StartsWith("batch_", StringComparison.Ordinal) || name == "dashboard_test_sample" => null,
        _ => "unhandled_field:%",
    };

    /// <summary>Statuses of messages nobody here sent wait for some minutes.</summary>
    private static int StatusesIn(string name) =>
        name is "batch_messages_and_statuses_same_value" || (name.StartsWith("status_", StringComparison.Ordinal) && name != "status_deleted_legacy") ? 1 : 0;

    private Task<long> ParkedAsync() => ValueAsync<long>("select count(*) from parked_statuses");

    private async Task AssertRowsAsync(byte[] body)
    {
        foreach (var (message, isEcho) in MessagesIn(JsonNode.Parse(body)!))
        {
            var type = (string)message["type"]!;
            var row = Assert.Single(await ListAsync<string>("""
                select concat_ws(' ', m.message_type, m.is_conversational::text, m.status, m.message_payload ->> 'type', (select count(*) from conversations c where c.customer_id = m.customer_id))
                from messaging_log m where m.whatsapp_message_id = $1
                """, (string)message["id"]!));
            var counts = !isEcho && _conversational.Contains(type) && message["group_id"] is null;
            Assert.Equal(isEcho ? $"outbound_text f sent {type} 1" : $"inbound {(counts ? "t" : "f")} processed {type} 1", row.Replace("true", "t", StringComparison.Ordinal).Replace("false", "f", StringComparison.Ordinal));
            Assert.InRange(await ValueAsync<long>("""
                select count(*) from messaging_log r join messaging_log m on m.id = r.reply_to where m.whatsapp_message_id = $1
                """, (string)message["id"]!), 0, counts ? 1 : 0);
        }
    }

    private static IEnumerable<(JsonObject Message, bool IsEcho)> MessagesIn(JsonNode body) =>
        from entry in body["entry"]?.AsArray() ?? []
        from change in entry!["changes"]?.AsArray() ?? []
        let value = change!["value"] as JsonObject
        from list in new[] { (Items: value?["messages"], IsEcho: false), (Items: value?["message_echoes"], IsEcho: true) }
        from message in list.Items?.AsArray() ?? []
        where message!["from"] is not null || message["from_user_id"] is not null
        select (message.AsObject(), list.IsEcho);

    /// <summary>With a demo store's number, and people of its own, so that no sample meets those of another.</summary>
    private static async Task<byte[]> ReadAsync(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "whatsapp", $"{name}.json"), Cancel);
        var round = Interlocked.Increment(ref _round).ToString("D4", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(text
            .Replace("106540352242922", Cast.MamaNjeri.PhoneNumberId, StringComparison.Ordinal)
            .Replace("106540352242999", Cast.NakatoFresh.PhoneNumberId, StringComparison.Ordinal)
            .Replace("123456123", Cast.MamaNjeri.PhoneNumberId, StringComparison.Ordinal)
            .Replace("1650555", $"165{round}", StringComparison.Ordinal)
            .Replace("US.1349", $"US.{round}", StringComparison.Ordinal));
    }
}
