using System.Globalization;
using System.Text.Json;
using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>A question with answers to tap as the Graph API wants it, and read back from the log.</summary>
internal static class InteractiveJson
{
    public static void Write(Utf8JsonWriter writer, InteractiveMessage message)
    {
        writer.WriteString("type"u8, "interactive"u8);
        writer.WriteStartObject("interactive"u8);
        writer.WriteString("type"u8, message.ListButton is null ? "button"u8 : "list"u8);
        WriteWords(writer, "body", message.Body);
        if (!string.IsNullOrWhiteSpace(message.Footer))
        {
            WriteWords(writer, "footer", message.Footer);
        }

        writer.WriteStartObject("action"u8);
        if (message.ListButton is { } button)
        {
            WriteList(writer, button, message.Choices);
        }
        else
        {
            WriteButtons(writer, message.Choices);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>What can be tapped in a message that we sent; empty for all others.</summary>
    public static IReadOnlyList<string> Titles(JsonElement? message)
    {
        var action = message.Find("interactive"u8).Find("action"u8);
        var buttons = action.Find("buttons"u8).Elements().Select(button => button.Find("reply"u8).Text("title"u8));
        var rows = action.Find("sections"u8).Elements().SelectMany(section => section.Find("rows"u8).Elements()).Select(row => row.Text("title"u8));
        return [.. buttons.Concat(rows).OfType<string>()];
    }

    private static void WriteWords(Utf8JsonWriter writer, string part, string words)
    {
        writer.WriteStartObject(part);
        writer.WriteString("text"u8, Clean(words));
        writer.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter writer, IReadOnlyList<InteractiveChoice> choices)
    {
        writer.WriteStartArray("buttons"u8);
        foreach (var (place, choice) in choices.Index())
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "reply"u8);
            writer.WriteStartObject("reply"u8);
            WriteChoice(writer, place, choice);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter writer, string button, IReadOnlyList<InteractiveChoice> choices)
    {
        writer.WriteString("button"u8, Clean(button));
        writer.WriteStartArray("sections"u8);
        writer.WriteStartObject();
        writer.WriteStartArray("rows"u8);
        foreach (var (place, choice) in choices.Index())
        {
            writer.WriteStartObject();
            WriteChoice(writer, place, choice);
            if (!string.IsNullOrWhiteSpace(choice.Description))
            {
                writer.WriteString("description"u8, Clean(choice.Description));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>An id that is no command says nothing, so that the customer's tap is read by its title.</summary>
    private static void WriteChoice(Utf8JsonWriter writer, int place, InteractiveChoice choice)
    {
        writer.WriteString("id"u8, choice.Command ?? string.Create(CultureInfo.InvariantCulture, $"choice-{place + 1}"));
        writer.WriteString("title"u8, Clean(choice.Title));
    }

    private static string Clean(string words) => TextSanitiser.Clean(words.Trim());
}
