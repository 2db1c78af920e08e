using System.Net.Http.Headers;
using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>An answer of the Graph API, read as far as it can be: bodies may be HTML, empty or cut off.</summary>
/// <param name="Body">Null when it is not JSON or did not arrive whole.</param>
internal sealed record GraphReply(int Status, TimeSpan? RetryAfter, JsonElement? Body)
{
    private const int LargestBody = 1024 * 1024;

    private bool IsSuccess => Status is >= 200 and < 300;

    public static async Task<GraphReply> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var retryAfter = Delay(response.Headers.RetryAfter, now);
        return new GraphReply((int)response.StatusCode, retryAfter, await BodyAsync(response.Content, cancellationToken));
    }

    public SendOutcome ToOutcome()
    {
        if (!IsSuccess)
        {
            return ToRefusal();
        }

        // Meta took the message, only its id is lost: that must not look like a refusal.
        var id = First("messages"u8).Text("id"u8);
        return string.IsNullOrEmpty(id)
            ? new SendOutcome.Unknown("accepted without an id")
            : new SendOutcome.Accepted(id, WhatsAppId.Phone(First("contacts"u8).Text("wa_id"u8)), UserId());
    }

    public PhoneNumberProof ToProof(string phoneNumberId) => Body.Text("id"u8) switch
    {
        var id when IsSuccess && id == phoneNumberId =>
            new PhoneNumberProof.Proved(Body.Text("display_phone_number"u8), Body.Text("verified_name"u8)),
        _ when Status is 408 or 429 or >= 500 && Error() is not { Code: 0 or 190 } => new PhoneNumberProof.Unreachable($"HTTP {Status}"),
        _ when IsSuccess => new PhoneNumberProof.Denied(Status, null, "The answer names another number"),
        _ => new PhoneNumberProof.Denied(Status, Error()?.Code, Details()),
    };

    public TokenProof ToTokenProof() => (Status, Body.Find("data"u8)) switch
    {
        (401 or 400, _) when Error() is { Code: 190 } => new TokenProof.Invalid(Details()),
        _ when !IsSuccess => new TokenProof.Unknown(Details()),
        (_, { } data) when data.TryGetProperty("is_valid"u8, out var valid) && valid.ValueKind == JsonValueKind.False =>
            new TokenProof.Invalid(data.Find("error"u8).Text("message"u8) ?? "Meta calls it invalid"),
        (_, { } data) => new TokenProof.Valid(
            data.TryGetProperty("expires_at"u8, out var at) && at.TryGetInt64(out var seconds) && seconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null),
        _ => new TokenProof.Unknown("The answer says nothing of the token"),
    };

    /// <returns>What was said against a request; null where it was agreed to.</returns>
    public string? Objection() => IsSuccess ? null : Details();

    private SendOutcome.Refused ToRefusal()
    {
        var error = Error();
        return new SendOutcome.Refused(Status, error?.Code, Details(), RetryAfter, error?.IsTransient ?? false)
        {
            Subcode = error?.Subcode,
            TraceId = error?.TraceId,
        };
    }

    private GraphError? Error() => Body.Find("error"u8) is { ValueKind: JsonValueKind.Object } error ? GraphError.Read(error) : null;

    private string Details() => Error()?.Text ?? $"HTTP {Status} without an explanation";

    private string? UserId() => WhatsAppId.UserId(First("contacts"u8).Text("user_id"u8));

    private JsonElement? First(ReadOnlySpan<byte> list) =>
        Body.Find(list).Elements().Cast<JsonElement?>().FirstOrDefault();

    private static async Task<JsonElement?> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(LargestBody, cancellationToken);
            return JsonElement.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception failure) when (failure is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static TimeSpan? Delay(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var delay = header?.Delta ?? header?.Date - now;
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
