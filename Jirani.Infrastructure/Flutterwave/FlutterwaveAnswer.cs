using System.Net;
using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>What the API answered. A body that is no JSON is an answer without data.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">As it came.</param>
/// <param name="Root">Null where the body is no JSON.</param>
/// <param name="RetryAfter">How long the API wants to be left alone; null when it does not say.</param>
internal sealed record FlutterwaveAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body, JsonElement? Root, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Asking the same again may help.</summary>
    public bool IsPassing => (int)Status is 408 or 429 or >= 500;

    public JsonElement? Data => Root.Find("data"u8);

    /// <summary>The API's own code, or the status of HTTP where it gave none.</summary>
    public string Code => Root.Find("error"u8).Text("code"u8) ?? ((int)Status).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<FlutterwaveAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new FlutterwaveAnswer(response.StatusCode, body, Parse(body), response.Headers.RetryAfter?.Delta);
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
