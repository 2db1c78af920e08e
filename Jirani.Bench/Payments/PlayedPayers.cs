using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jirani.Bench.Rig;

namespace Jirani.Bench.Payments;

/// <summary>Pays, approves at once, and tells the app of it as the provider would, on so many connections.</summary>
internal sealed class PlayedPayers(App app, int connections) : IDisposable
{
    private const string Control = "simulator/flutterwave/_control";
    private static readonly byte[] _secret = "jirani-development-webhook-secret"u8.ToArray();

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{app.Port}"),
    };

    private readonly ParallelOptions _atOnce = new() { MaxDegreeOfParallelism = connections };

    /// <summary>Every prompt is approved at once, and the emulator tells nobody: that is the bench's part.</summary>
    public async Task KeepSilentAsync(CancellationToken cancellationToken)
    {
        (await _http.PutAsJsonAsync($"{Control}/faults", new { isNever = true }, cancellationToken)).EnsureSuccessStatusCode();
        (await _http.PutAsJsonAsync($"{Control}/autopilot", new { approveAfterMs = 0 }, cancellationToken)).EnsureSuccessStatusCode();
    }

    /// <returns>The references of the charges.</returns>
    public async Task<IReadOnlyList<string>> PayAsync(Guid[] orders, CancellationToken cancellationToken)
    {
        var references = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(orders, _atOnce, async (order, _) =>
        {
            using var answer = await _http.PostAsJsonAsync($"api/payments/initiate?order={order}", new { network = "MPESA" }, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var started = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            references.Add($"jir{started.GetProperty("transactionId").GetGuid():N}");
        });
        return [.. references];
    }

    /// <summary>Each charge so many times, the same delivery again and again, all mixed.</summary>
    /// <returns>How long each answer took, in milliseconds, ascending.</returns>
    public async Task<double[]> TellAsync(IReadOnlyList<string> references, int times, CancellationToken cancellationToken)
    {
        var deliveries = Enumerable.Range(0, times).SelectMany(_ => references).ToArray();
        Random.Shared.Shuffle(deliveries);
        var took = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(deliveries, _atOnce, async (reference, _) =>
        {
            var begun = Stopwatch.GetTimestamp();
            using var request = Delivery(reference);
            using var answer = await _http.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        });
        return [.. took.Order()];
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Delivery(string reference)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"webhook_id":"wbk_{{{reference}}}","type":"charge.completed","data":{"reference":"{{{reference}}}","status":"succeeded"}}""");
        var request = new HttpRequestMessage(HttpMethod.Post, "webhooks/flutterwave") { Content = new ByteArrayContent(body) };
        request.Headers.Add("flutterwave-signature", Convert.ToBase64String(HMACSHA256.HashData(_secret, body)));
        return request;
    }
}
