using System.Text;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

/// <summary>Bodies of webhooks: those of Samples/whatsapp, and made ones of one message.</summary>
internal static class Sample
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "whatsapp");

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static IReadOnlyList<WebhookItem> Items(string file) => WebhookReader.Read(Bytes(file));

    public static WebhookItem.Message Message(string file) => Assert.IsType<WebhookItem.Message>(Assert.Single(Items(file)));

    /// <param name="lists">Members of the value beside its metadata.</param>
    public static byte[] Value(string lists, string field = "messages") => Utf8($$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"{{{field}}}","value":{
        "metadata":{"display_phone_number":"+1 555-078-3881","phone_number_id":"106540352242922"},{{{lists}}}}}]}]}
        """);

    public static WebhookItem Item(string message) =>
        Assert.Single(WebhookReader.Read(Value($$"""
            "contacts":[{"profile":{"name":"Otieno"},"wa_id":"254700000001","user_id":"KE.1"}],"messages":[{{message}}]
            """)));

    public static WebhookItem.Message Read(string message) => Assert.IsType<WebhookItem.Message>(Item(message));

    public static WebhookItem.Message Text(string body) =>
        Read($$$"""{"from":"254700000001","id":"wamid.1","timestamp":"1795460000","type":"text","text":{"body":{{{body}}}}}""");

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
