using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jirani.Tests.Flutterwave;

/// <summary>Stands where Flutterwave stands, over real HTTP: gives tokens, answers with the samples, and with whatever a test has it say next.</summary>
internal sealed class FlutterwavePeer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _next = [];
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _usual = new()
    {
        ["POST customers"] = PlayedAnswer.Sample(201, "customer_created_201.json"),
        ["POST customers/search"] = PlayedAnswer.Sample(200, "customer_search_200.json"),
        ["POST payment-methods"] = PlayedAnswer.Sample(201, "payment_method_created_201.json"),
        ["POST charges"] = PlayedAnswer.Sample(201, "charge_created_pending_push_201.json"),
        ["GET charges"] = PlayedAnswer.Sample(200, "charge_list_by_reference_200.json"),
        ["POST refunds"] = PlayedAnswer.Sample(201, "refund_created.json"),
    };

    private readonly ConcurrentQueue<PlayedCall> _calls = [];
    private readonly WebApplication _app;
    private int _tokens;

    private FlutterwavePeer(WebApplication app)
    {
        _app = app;
        _usual["POST token"] = GiveTokenAsync;
    }

    public string Address => _app.Urls.First();

    /// <summary>Those of the API, in the order of their coming; the tokens' are apart.</summary>
    public IReadOnlyList<PlayedCall> Calls => [.. _calls.Where(call => call.Route != "POST token")];

    public IReadOnlyList<PlayedCall> TokenCalls => [.. _calls.Where(call => call.Route == "POST token")];

    public string Routes => string.Join(", ", Calls.Select(call => call.Route));

    public static async Task<FlutterwavePeer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var peer = new FlutterwavePeer(builder.Build());
        peer._app.Run(peer.AnswerAsync);
        await peer._app.StartAsync(cancellationToken);
        return peer;
    }

    /// <summary>The next calls of a route are answered so; those after them as usual.</summary>
    public void AnswerNext(string route, params Func<HttpContext, Task>[] answers) =>
        Array.ForEach(answers, _next.GetOrAdd(route, _ => []).Enqueue);

    public void AnswerAlways(string route, Func<HttpContext, Task> answer) => _usual[route] = answer;

    public IReadOnlyList<PlayedCall> CallsOf(string route) => [.. Calls.Where(call => call.Route == route)];

    public PlayedCall Only(string route) => Assert.Single(CallsOf(route));

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var route = $"{context.Request.Method} {context.Request.Path.Value![1..]}";
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _calls.Enqueue(new PlayedCall(route, context.Request.QueryString.Value ?? "", body, headers));
        await Next(route)(context);
    }

    private Func<HttpContext, Task> Next(string route) =>
        _next.TryGetValue(route, out var queue) && queue.TryDequeue(out var next) ? next
        : _usual.TryGetValue(route, out var usual) ? usual
        : PlayedAnswer.Sample(404, "error_404_charge_not_found.json");

    private Task GiveTokenAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _tokens).ToString(CultureInfo.InvariantCulture);
        return PlayedAnswer.Json(200, $$"""{"access_token":"token-{{number}}","expires_in":600,"token_type":"Bearer"}""")(context);
    }
}
