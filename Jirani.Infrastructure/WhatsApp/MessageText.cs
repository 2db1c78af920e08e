using System.Text.Json;
using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>What a message says, read from its payload in the log.</summary>
public static class MessageText
{
    /// <summary>What the customer wrote or tapped, for the dialogue. Null for a photo, a place, a card and the like.</summary>
    public static string? Of(string payloadJson)
    {
        using var document = TolerantJson.TryParse(payloadJson);
        var message = document?.RootElement;
        return message.Text("type"u8) switch
        {
            "text" => message.Find("text"u8).Text("body"u8),
            "interactive" => Chosen(Choice(message.Find("interactive"u8))),
            "button" => Button(message.Find("button"u8)),
            _ => null,
        };
    }

    /// <summary>The question of a message with answers to tap, and the answers; null for all others, a tapped answer included.</summary>
    public static (string Body, IReadOnlyList<string> Choices)? Question(string payloadJson)
    {
        using var document = TolerantJson.TryParse(payloadJson);
        var message = document?.RootElement;
        return message.Find("interactive"u8).Find("body"u8).Text("text"u8) is { } body ? (body, InteractiveJson.Titles(message)) : null;
    }

    /// <summary>One line for the inbox, of a message of either direction: its text, or words for what it is. Never empty.</summary>
    public static string Preview(string payloadJson)
    {
        using var document = TolerantJson.TryParse(payloadJson);
        return MessagePreview.Of(document?.RootElement);
    }

    /// <summary>What was tapped in a message with buttons or a list.</summary>
    internal static JsonElement? Choice(JsonElement? interactive) =>
        interactive.Find("button_reply"u8) ?? interactive.Find("list_reply"u8);

    /// <summary>Ids are ours, so one that is a command says what the button does; any other is for machines.</summary>
    private static string? Chosen(JsonElement? choice) => Command(choice.Text("id"u8)) ?? choice.Text("title"u8);

    /// <summary>A template's button: what the customer saw counts before what was hidden behind it.</summary>
    private static string? Button(JsonElement? button)
    {
        var text = button.Text("text"u8);
        return Command(text) ?? Command(button.Text("payload"u8)) ?? text;
    }

    private static string? Command(string? text) =>
        CommandReader.Read(text) is CustomerCommand.Unrecognised or CustomerCommand.Incomplete ? null : text;
}
