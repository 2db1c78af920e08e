using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What every call passes: is anybody there, token, headers, body, the first answer to a key.</summary>
internal sealed class FlutterwaveDoor(
    IssuedTokens tokens, PaymentFaultScript script, ReplyCache cache, ReplyDelivery delivery, MoneyLedger ledger, IOptions<MoneyOptions> options)
{
    private static readonly string[] _keys = ["X-Idempotency-Key", "X-Trace-Id"];

    /// <summary>Version 4, without a body.</summary>
    public Task ShowAsync(HttpContext context, Func<FlutterwaveReply> answer) =>
        SendAsync(context, Admit(context.Request) ?? answer(), isHit: false);

    /// <summary>Version 4, with a body.</summary>
    /// <param name="context">The call.</param>
    /// <param name="answer">What the first call with its key is answered.</param>
    /// <param name="needsKeys">An idempotency key and a trace id must be there; where they are, they are checked always.</param>
    public async Task TakeAsync(HttpContext context, Func<JsonElement, FlutterwaveReply> answer, bool needsKeys = false)
    {
        using var body = await TryParseAsync(context);
        var closed = Admit(context.Request) ?? CheckKeys(context.Request, needsKeys) ?? CheckBody(body);
        var isHit = false;
        var reply = closed ?? cache.Serve(context.Request.Path, Header(context, "X-Idempotency-Key"), () => answer(body!.RootElement), out isHit);
        await SendAsync(context, reply, isHit);
    }

    /// <summary>Version 3: a secret key, and no idempotency.</summary>
    public async Task TakeV3Async(HttpContext context, Func<JsonElement?, FlutterwaveReply> answer)
    {
        using var body = HttpMethods.IsPost(context.Request.Method) ? await TryParseAsync(context) : null;
        var closed = script.Standing.IsDown ? FlutterwaveReply.Refused(FlutterwaveRefusal.Down)
            : context.Request.Headers.Authorization != "Bearer " + options.Value.ClientSecret ? FlutterwaveReply.RefusedV3(401, "Invalid authorization key")
            : null;
        await SendAsync(context, closed ?? answer(body?.RootElement), isHit: false);
    }

    /// <summary>The one call that needs no token.</summary>
    public async Task IssueAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var reply = script.Standing.IsDown ? FlutterwaveReply.Refused(FlutterwaveRefusal.Down)
            : form["grant_type"] != "client_credentials" ? Keycloak(400, "unsupported_grant_type", "Unsupported grant_type")
            : form["client_id"] != options.Value.ClientId || form["client_secret"] != options.Value.ClientSecret
                ? Keycloak(401, "invalid_client", "Invalid client or Invalid client credentials")
            : FlutterwaveReply.Plain(200, new Dictionary<string, object>
            {
                ["access_token"] = tokens.Issue(),
                ["expires_in"] = IssuedTokens.Seconds,
                ["refresh_expires_in"] = 0,
                ["token_type"] = "Bearer",
                ["not-before-policy"] = 0,
                ["scope"] = "profile email",
            });
        await SendAsync(context, reply, isHit: false);
    }

    private FlutterwaveReply? Admit(HttpRequest request) =>
        script.Standing.IsDown ? FlutterwaveReply.Refused(FlutterwaveRefusal.Down)
        : tokens.Knows(request.Headers.Authorization) ? null
        : FlutterwaveReply.Refused(FlutterwaveRefusal.Unauthorized);

    private static FlutterwaveReply? CheckKeys(HttpRequest request, bool needsKeys)
    {
        var wrong = _keys.FirstOrDefault(name => request.Headers.TryGetValue(name, out var value)
            ? value.ToString() is not { Length: >= 12 and <= 255 } text || !text.All(char.IsAsciiLetterOrDigit)
            : needsKeys);
        return wrong is null ? null : FlutterwaveReply.Refused(FlutterwaveRefusal.Invalid(wrong, "must be 12 to 255 alphanumeric ASCII characters"));
    }

    private static FlutterwaveReply? CheckBody(JsonDocument? body) =>
        body is { RootElement.ValueKind: JsonValueKind.Object } ? null : FlutterwaveReply.Refused(FlutterwaveRefusal.Invalid("body", "must be a JSON object"));

    private static FlutterwaveReply Keycloak(int status, string error, string description) =>
        FlutterwaveReply.Plain(status, new { error, error_description = description }, error);

    private static string? Header(HttpContext context, string name) => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    private static async Task<JsonDocument?> TryParseAsync(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task SendAsync(HttpContext context, FlutterwaveReply reply, bool isHit)
    {
        ledger.Count(reply, isHit);
        return delivery.SendAsync(context, reply, isHit);
    }
}
