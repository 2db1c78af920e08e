namespace Jirani.Web.Components.Inbox;

internal static class MessageWords
{
    /// <summary>The log's word for a message, in an owner's.</summary>
    public static string OfType(string type) => type switch
    {
        "inbound" => "Customer",
        "outbound_text" => "Text",
        "outbound_template" => "Template",
        "outbound_interactive" => "Buttons",
        _ => type,
    };
}
