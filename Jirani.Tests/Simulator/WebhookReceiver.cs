using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jirani.Tests.Simulator;

/// <summary>Stands where the product stands: takes webhooks, proves their signature, and lists what they say.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string Secret = "a-secret-of-this-test";

    private readonly Channel<PaymentPost> _payments = Channel.CreateUnbounded<PaymentPost>();
    private readonly Channel<JsonElement> _values = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentQueue<int> _answers = [];
    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First() + "/webhooks/whatsapp");

    public Uri PaymentUrl => new(_app.Urls.First() + "/webhooks/flutterwave");

    /// <summary>Posts whose signature did not fit their bytes.</summary>
    public int Forged { get; private set; }

    public int Posts { get; private set; }

    public static async Task<WebhookReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.MapPost("/webhooks/whatsapp", receiver.ReceiveAsync);
        receiver._app.MapPost("/webhooks/flutterwave", receiver.ReceivePaymentAsync);
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>The next posts are answered with these instead of 200.</summary>
    public void AnswerNext(params int[] answers) => Array.ForEach(answers, _answers.Enqueue);

    /// <summary>Waits for the next change of any number.</summary>
    public ValueTask<JsonElement> NextValueAsync(CancellationToken cancellationToken) => _values.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits for the next event of a payment.</summary>
    public ValueTask<PaymentPost> NextPaymentAsync(CancellationToken cancellationToken) => _payments.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits until so many statuses have come, in the order of their coming.</summary>
    public async Task<IReadOnlyList<JsonElement>> StatusesAsync(int count, CancellationToken cancellationToken)
    {
        var statuses = new List<JsonElement>();
        while (statuses.Count < count)
        {
            var value = await NextValueAsync(cancellationToken);
            statuses.AddRange(value.GetProperty("statuses").EnumerateArray());
        }

        return statuses;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceivePaymentAsync(HttpRequest request)
    {
        var body = await ReadAsync(request);
        if (_answers.TryDequeue(out var answer))
        {
            return Results.StatusCode(answer);
        }

        _payments.Writer.TryWrite(new PaymentPost(body, request.Headers["flutterwave-signature"], request.Headers["verif-hash"]));
        return Results.Ok();
    }

    private async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        Posts++;
        return buffer.ToArray();
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        var body = await ReadAsync(request);
        if (_answers.TryDequeue(out var answer))
        {
            return Results.StatusCode(answer);
        }

        var expected = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        Forged += request.Headers["X-Hub-Signature-256"] == expected ? 0 : 1;
        using var json = JsonDocument.Parse(body);
        foreach (var change in json.RootElement.GetProperty("entry").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("changes").EnumerateArray()))
        {
            _values.Writer.TryWrite(change.GetProperty("value").Clone());
        }

        return Results.Ok();
    }
}
