using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>The part of a webhook that every kind shares: account, number, and a place for what happened.</summary>
internal static class WebhookEntry
{
    public static void Write(Utf8JsonWriter json, SimulatedStore store, Action members)
    {
        json.WriteStartObject();
        json.WriteString("id", store.AccountId);
        json.WriteStartArray("changes");
        json.WriteStartObject();
        json.WriteStartObject("value");
        json.WriteString("messaging_product", "whatsapp");
        json.WriteStartObject("metadata");
        json.WriteString("display_phone_number", store.DisplayPhoneNumber);
        json.WriteString("phone_number_id", store.PhoneNumberId);
        json.WriteEndObject();
        members();
        json.WriteEndObject();
        json.WriteString("field", "messages");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
