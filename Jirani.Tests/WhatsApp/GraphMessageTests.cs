using System.Text;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class GraphMessageTests
{
    private static readonly GraphMessage _message = new()
    {
        PhoneNumberId = "1",
        AccessToken = "token",
        LogId = 7,
        Payload = """{"type":"text","text":{"body":"hi"},"to":"somebody else","context":{"message_id":"wamid.1"}}""",
    };

    [Fact]
    public void A_customer_without_a_phone_is_the_recipient() =>
        Assert.Equal(
            """{"messaging_product":"whatsapp","recipient_type":"individual","recipient":"KE.1","type":"text","text":{"body":"hi"},"context":{"message_id":"wamid.1"},"biz_opaque_callback_data":"7"}""",
            Json(_message with { UserId = "KE.1" }));

    [Fact]
    public void The_phone_wins_and_nothing_in_the_payload_changes_who_gets_it()
    {
        var json = Json(_message with { Phone = "254700000001", UserId = "KE.1" });

        Assert.Contains("\"to\":\"254700000001\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("recipient\":", json, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_to_nobody_is_a_fault_of_ours() =>
        Assert.Throws<InvalidOperationException>(() => Json(_message));

    [Fact]
    public void A_text_with_half_a_character_can_still_be_sent() =>
        Assert.Equal("""{"type":"text","text":{"preview_url":false,"body":"x�"}}""", GraphMessage.TextPayload("x\ud800\0"));

    private static string Json(GraphMessage message) => Encoding.UTF8.GetString(message.ToJson());
}
