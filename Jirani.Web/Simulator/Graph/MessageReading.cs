using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Reads what a person will see out of a message that passed the rules.</summary>
internal static class MessageReading
{
    public static GraphMessageBody Read(JsonElement body, GraphRecipient recipient)
    {
        var type = body.Text("type") ?? "text";
        var content = body.Member(type);
        return new GraphMessageBody(recipient, type, Words(content, type), Choices(content), body.Text("biz_opaque_callback_data"));
    }

    private static string? Words(JsonElement? content, string type) => type switch
    {
        "text" => content.Text("body"),
        "interactive" => content.Member("body").Text("text"),
        "template" => content.Text("name"),
        "reaction" => content.Text("emoji"),
        _ => content.Text("caption"),
    };

    private static List<GraphChoice> Choices(JsonElement? content)
    {
        var action = content.Member("action");
        var buttons = action.List("buttons").Select(button => Choice(button.Member("reply"), isRow: false));
        var rows = action.List("sections").SelectMany(section => ((JsonElement?)section).List("rows"))
            .Select(row => Choice(row, isRow: true));
        return [.. buttons, .. rows, .. Link(action.Member("parameters"))];
    }

    private static GraphChoice Choice(JsonElement? element, bool isRow) =>
        new(element.Text("id") ?? "", element.Text("title") ?? "", element.Text("description"), null, isRow);

    private static IEnumerable<GraphChoice> Link(JsonElement? parameters) =>
        parameters.Text("url") is { } url ? [new GraphChoice("", parameters.Text("display_text") ?? url, null, url, false)] : [];
}
