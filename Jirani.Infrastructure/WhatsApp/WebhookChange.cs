using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>One element of <c>changes[]</c>: everything that one number tells at once.</summary>
internal sealed class WebhookChange
{
    private const int LongestField = 64;

    private readonly JsonElement _change;
    private readonly JsonElement? _value;
    private readonly string? _phoneNumberId;
    private readonly string? _displayPhoneNumber;

    public WebhookChange(JsonElement change)
    {
        _change = change;
        _value = change.Find("value"u8);
        var metadata = _value.Find("metadata"u8);
        _phoneNumberId = metadata.Text("phone_number_id"u8);
        _displayPhoneNumber = metadata.Text("display_phone_number"u8);
    }

    public IEnumerable<WebhookItem> Items() => _change.Text("field"u8) switch
    {
        _ when _change.ValueKind != JsonValueKind.Object => [Unusable("malformed_change", _change)],
        null => [Unusable("no_field", _change)],
        not ("messages" or "smb_message_echoes") and var field => [Unusable($"unhandled_field:{Shortened(field)}", _change)],
        _ when _value is not { ValueKind: JsonValueKind.Object } => [Unusable("no_value", _change)],
        _ when string.IsNullOrWhiteSpace(_phoneNumberId) => [Unusable("no_phone_number_id", _change)],
        _ => Items(_value.Value, _phoneNumberId),
    };

    /// <summary>Messages first, so that nothing a status holds can keep one back.</summary>
    private IEnumerable<WebhookItem> Items(JsonElement value, string phoneNumberId)
    {
        var messages = value.Find("messages"u8);
        var statuses = value.Find("statuses"u8);
        var echoes = value.Find("message_echoes"u8);
        var errors = value.Find("errors"u8);
        if (messages is null && statuses is null && echoes is null && errors is null)
        {
            return [Unusable("no_items", _change)];
        }

        var people = new MessageReader(phoneNumberId, _displayPhoneNumber, new ContactBook(value.Find("contacts"u8)));
        return
        [
            .. Each(messages, people.Message),
            .. Each(statuses, status => StatusReader.Read(phoneNumberId, status)),
            .. Each(echoes, people.Echo),
            .. errors is null ? [] : new[] { Unusable("value_errors", value) },
        ];
    }

    private IEnumerable<WebhookItem> Each(JsonElement? list, Func<JsonElement, WebhookItem?> read)
    {
        if (list is { ValueKind: not JsonValueKind.Array } other)
        {
            return [Unusable("malformed_list", other)];
        }

        return list.Elements().Select(element => ReadAlone(element, read)).OfType<WebhookItem>();
    }

    private WebhookItem? ReadAlone(JsonElement element, Func<JsonElement, WebhookItem?> read)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Unusable("malformed_item", element);
        }

        try
        {
            return read(element);
        }
        catch (Exception)
        {
            // An element that shows a fault of ours is kept for a person; its siblings must not wait for the mending.
            return Unusable("unreadable", element);
        }
    }

    private WebhookItem.Unusable Unusable(string reason, JsonElement element) => new(_phoneNumberId, reason, element.Bytes());

    private static string Shortened(string field) =>
        field.Length <= LongestField ? field : TextSanitiser.Clean(field[..LongestField]);
}
