using System.Text;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Payments;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jirani.Web.Webhooks;

/// <summary>Flutterwave's webhook: read the bytes, prove the sender, keep the event, answer. What it says is not believed, only asked after.</summary>
internal static class FlutterwaveWebhook
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public static void MapFlutterwaveWebhook(this IEndpointRouteBuilder app) =>
        app.MapPost("/webhooks/flutterwave", ReceiveAsync).DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, IOptions<FlutterwaveOptions> options, PaymentEvents events, WebhookCounters counters, CancellationToken cancellationToken)
    {
        using var body = await WebhookBody.ReadAsync(request, cancellationToken);
        if (body.IsTooLarge)
        {
            counters.Rejected("flutterwave", "too_large");
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!FlutterwaveSignature.IsAuthentic(
            options.Value.SignatureMode, body.Bytes.Span, name => Single(request, name), Encoding.UTF8.GetBytes(options.Value.WebhookSecret)))
        {
            counters.Rejected("flutterwave", "signature");
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        try
        {
            await events.KeepAsync(FlutterwaveEvents.Read(body.Bytes), body.Bytes, cancellationToken).WaitAsync(_patience, cancellationToken);
            return Results.Ok();
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Of a header that stands there twice nobody knows which one was meant.</summary>
    private static string? Single(HttpRequest request, string name) => request.Headers[name] is [{ } value] ? value : null;
}
