using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>What the API answered. A body that is no JSON is an answer without data.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">As it came.</param>
/// <param name="Root">Null where the body is no JSON.</param>
/// <param name="RetryAfter">How long the API wants to be left alone; null when it does not say.</param>
internal sealed record FlutterwaveAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body, JsonElement? Root, RetryConditionHeaderValue? RetryAfter)
{
    private const int LargestBody = 1024 * 1024;
    private const int LongestCode = 40;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Asking the same again may help.</summary>
    public bool IsPassing => (int)Status is 408 or 429 or >= 500;

    /// <summary>The credentials are wrong, or those of another environment.</summary>
    public bool IsForbidden => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <summary>The API itself said no, as opposed to something on the way to it.</summary>
    public bool IsNo => IsForbidden || ((int)Status is >= 400 and < 500 && !IsPassing && (Root.Find("error"u8) ?? Root.Find("message"u8)) is not null);

    public JsonElement? Data => Root.Find("data"u8);

    /// <summary>The API's own code, or the identity provider's word, or the status of HTTP where there is neither.</summary>
    public string Code => (Root.Find("error"u8).Text("code"u8) ?? Root.Text("error"u8)).Shortened(LongestCode)
        ?? ((int)Status).ToString(CultureInfo.InvariantCulture);

    /// <summary>The identity provider's no stands for the API's.</summary>
    public static FlutterwaveAnswer WithoutToken(string word) =>
        new(HttpStatusCode.Unauthorized, default, JsonSerializer.SerializeToElement(new { error = word }), null);

    public static async Task<FlutterwaveAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(LargestBody, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new FlutterwaveAnswer(response.StatusCode, body, Parse(body), response.Headers.RetryAfter);
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
