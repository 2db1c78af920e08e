using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Meta's limits for messages with something to tap; one fault refuses the whole message.</summary>
internal static class InteractiveRules
{
    private const int LongestBody = 1024;
    private const int LongestListBody = 4096;
    private const int LongestEdge = 60;
    private const int LongestLabel = 20;

    public static GraphRefusal? Check(JsonElement? interactive)
    {
        var type = interactive.Text("type");
        if (type is null)
        {
            return GraphRefusal.Required("interactive['type']");
        }

        return CheckWords(interactive, type) ?? CheckAction(interactive.Member("action"), type);
    }

    private static GraphRefusal? CheckWords(JsonElement? interactive, string type)
    {
        var body = interactive.Member("body").Text("text");
        if (string.IsNullOrWhiteSpace(body) && type is not ("product" or "catalog_message"))
        {
            return GraphRefusal.Required("interactive['body']['text']");
        }

        return TooLong(body, "Body text", type == "list" ? LongestListBody : LongestBody)
            ?? TooLong(interactive.Member("header").Text("text"), "Header text", LongestEdge)
            ?? TooLong(interactive.Member("footer").Text("text"), "Footer text", LongestEdge);
    }

    private static GraphRefusal? CheckAction(JsonElement? action, string type) => type switch
    {
        _ when action is null => GraphRefusal.Required("interactive['action']"),
        "button" => CheckButtons(action.List("buttons")),
        "list" => WrongLength(action.Text("button"), "Action button", LongestLabel) ?? ListRules.Check(action.List("sections")),
        "cta_url" => CheckLink(action.Member("parameters")),
        "product" or "product_list" => string.IsNullOrEmpty(action.Text("catalog_id"))
            ? GraphRefusal.Required("interactive['action']['catalog_id']") : null,
        "location_request_message" => CheckName(action, "send_location"),
        "request_contact_info" or "catalog_message" or "flow" => CheckName(action, type),
        "carousel" => action.List("cards").Count is >= 2 and <= 10 ? null : GraphRefusal.Value("A carousel has 2 to 10 cards."),
        _ => GraphRefusal.Parameter("Param interactive['type'] is not a type of interactive message."),
    };

    private static GraphRefusal? CheckButtons(IReadOnlyList<JsonElement> buttons)
    {
        if (buttons.Count is < 1 or > 3)
        {
            return GraphRefusal.Value("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
        }

        var replies = buttons.Select(button => button.Member("reply")).ToList();
        if (buttons.Any(button => button.Text("type") != "reply"))
        {
            return GraphRefusal.Value("Button type must be reply.");
        }

        return replies.Select(CheckReply).FirstOrDefault(refusal => refusal is not null)
            ?? Repeated(replies.Select(reply => reply.Text("id")), "Button id")
            ?? Repeated(replies.Select(reply => reply.Text("title")), "Button title");
    }

    private static GraphRefusal? CheckReply(JsonElement? reply) =>
        WrongLength(reply.Text("title"), "Button title", LongestLabel) ?? WrongLength(reply.Text("id"), "Button id", 256);

    private static GraphRefusal? CheckLink(JsonElement? parameters) =>
        WrongLength(parameters.Text("display_text"), "Link text", LongestLabel)
        ?? (MessageRules.IsWebAddress(parameters.Text("url")) ? null : GraphRefusal.Value("Link url is not valid."));

    private static GraphRefusal? CheckName(JsonElement? action, string name) =>
        action.Text("name") == name ? null : GraphRefusal.Value($"Action name must be {name}.");

    /// <summary>Refuses a text that is missing, empty or over its limit.</summary>
    internal static GraphRefusal? WrongLength(string? text, string what, int limit) =>
        string.IsNullOrWhiteSpace(text) || text.IsLongerThan(limit)
            ? GraphRefusal.Value($"{what} length invalid. Min length: 1, Max length: {limit}")
            : null;

    internal static GraphRefusal? TooLong(string? text, string what, int limit) =>
        text is not null && text.IsLongerThan(limit) ? GraphRefusal.Value($"{what} length invalid. Max length: {limit}") : null;

    internal static GraphRefusal? Repeated(IEnumerable<string?> values, string what) =>
        values.GroupBy(value => value).Any(group => group.Count() > 1) ? GraphRefusal.Value($"{what} is repeated.") : null;
}
