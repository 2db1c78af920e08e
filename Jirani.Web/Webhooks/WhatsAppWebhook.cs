using System.Security.Cryptography;
using Jirani.Infrastructure.Messaging;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;

namespace Jirani.Web.Webhooks;

/// <summary>Meta's webhook: read the bytes, prove the sender, keep the items, answer. Nothing else happens in the request.</summary>
internal static partial class WhatsAppWebhook
{
    private const string Address = "/webhooks/whatsapp";
    private const string SignatureHeader = "X-Hub-Signature-256";

    /// <summary>For the look-up of a store's secrets; the sender of the message comes again.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public static void MapWhatsAppWebhook(this IEndpointRouteBuilder app)
    {
        var webhook = app.MapGroup(Address).AddEndpointFilter(ComeAgainWhenTheStoreFails);
        webhook.MapGet("", Verify).RequireRateLimiting(WebhookLimits.Handshake);
        webhook.MapGet("/{slug}", Verify).RequireRateLimiting(WebhookLimits.Handshake);
        webhook.MapPost("", Receive).DisableAntiforgery();
        webhook.MapPost("/{slug}", Receive).DisableAntiforgery();
    }

    /// <summary>The database is away, or the key ring that wrapped the store's secret is gone until its owner enters it again.</summary>
    private static async ValueTask<object?> ComeAgainWhenTheStoreFails(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or CryptographicException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The handshake. The challenge goes back as it came, but only in the shape Meta gives it.</summary>
    private static async Task<IResult> Verify(HttpRequest request, ChannelSecrets secrets, string? slug, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var isMeta = query["hub.mode"] == "subscribe" && Challenge().IsMatch(query["hub.challenge"].ToString());
        return isMeta && await secrets.IsVerifyTokenAsync(query["hub.verify_token"].ToString(), slug, cancellationToken).WaitAsync(_patience, cancellationToken)
            ? Results.Text(query["hub.challenge"].ToString(), "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> Receive(
        HttpRequest request, ChannelSecrets secrets, Intake intake, WebhookCounters counters, string? slug, CancellationToken cancellationToken)
    {
        using var body = await WebhookBody.ReadAsync(request, cancellationToken);
        if (body.IsTooLarge)
        {
            counters.Rejected("whatsapp", "too_large");
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var (storeId, keys) = slug is null ? (default(Guid?), secrets.Common) : await OfStoreAsync(secrets, slug, cancellationToken);
        if (!keys.Any(key => WebhookSignature.IsAuthentic(body.Bytes.Span, request.Headers[SignatureHeader], key)))
        {
            counters.Rejected("whatsapp", "signature");
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return await intake.AcceptAsync(WebhookReader.Read(body.Bytes), storeId, cancellationToken) switch
        {
            IntakeReceipt.Stored => Results.Ok(),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static async Task<(Guid?, IReadOnlyList<byte[]>)> OfStoreAsync(ChannelSecrets secrets, string slug, CancellationToken cancellationToken) =>
        await secrets.OfStoreAsync(slug, cancellationToken).WaitAsync(_patience, cancellationToken) is { } store ? (store.StoreId, store.Secrets) : (null, []);

    [System.Text.RegularExpressions.GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Challenge();
}
