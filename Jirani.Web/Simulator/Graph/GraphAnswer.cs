using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Writes the bodies Graph answers with.</summary>
internal static class GraphAnswer
{
    private const string Json = "application/json; charset=UTF-8";

    public static Task AcceptedAsync(HttpResponse response, AcceptedCall call, CancellationToken cancellationToken) =>
        WriteAsync(response, 200, json =>
        {
            json.WriteString("messaging_product", "whatsapp");
            json.WriteStartArray("contacts");
            json.WriteStartObject();
            json.WriteString("input", call.Message.Recipient.Typed);
            json.WriteString(call.Message.Recipient.Phone is null ? "user_id" : "wa_id", call.Message.Recipient.Id);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("messages");
            json.WriteStartObject();
            json.WriteString("id", call.Id);
            json.WriteEndObject();
            json.WriteEndArray();
        }, cancellationToken);

    public static Task SuccessAsync(HttpResponse response, CancellationToken cancellationToken) =>
        WriteAsync(response, 200, json => json.WriteBoolean("success", true), cancellationToken);

    public static Task NumberAsync(HttpResponse response, SimulatedStore store, CancellationToken cancellationToken) =>
        WriteAsync(response, 200, json =>
        {
            json.WriteString("verified_name", store.Name);
            json.WriteString("display_phone_number", "+" + store.DisplayPhoneNumber);
            json.WriteString("code_verification_status", "VERIFIED");
            json.WriteString("quality_rating", "GREEN");
            json.WriteString("status", "CONNECTED");
            json.WriteString("platform_type", "CLOUD_API");
            json.WriteString("id", store.PhoneNumberId);
        }, cancellationToken);

    public static Task RefusedAsync(HttpResponse response, GraphRefusal refusal, CancellationToken cancellationToken)
    {
        if (refusal.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(response, refusal.HttpStatus, json => WriteError(json, refusal), cancellationToken);
    }

    private static void WriteError(Utf8JsonWriter json, GraphRefusal refusal)
    {
        json.WriteStartObject("error");
        json.WriteString("message", refusal.Message);
        json.WriteString("type", "OAuthException");
        json.WriteNumber("code", refusal.Code);
        if (refusal.Subcode is { } subcode)
        {
            json.WriteNumber("error_subcode", subcode);
        }

        if (refusal.Details is { } details)
        {
            json.WriteStartObject("error_data");
            json.WriteString("messaging_product", "whatsapp");
            json.WriteString("details", details);
            json.WriteEndObject();
        }

        if (refusal.IsTransient)
        {
            json.WriteBoolean("is_transient", true);
        }

        json.WriteString("fbtrace_id", "A" + RandomNumberGenerator.GetHexString(22));
        json.WriteEndObject();
    }

    private static async Task WriteAsync(
        HttpResponse response, int status, Action<Utf8JsonWriter> members, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        response.ContentType = Json;
        using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
