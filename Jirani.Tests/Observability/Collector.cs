using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Jirani.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Jirani.Tests.Observability;

/// <summary>Takes whatever OpenTelemetry (gRPC) and Sentry (HTTP) bring, and keeps it by its path.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly int _otlpPort = Port.Free();
    private readonly int _sentryPort = Port.Free();
    private readonly ConcurrentQueue<(string Path, string Body)> _taken = new();
    private readonly WebApplication _app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.ListenLocalhost(_otlpPort, listener => listener.Protocols = HttpProtocols.Http2);
            server.ListenLocalhost(_sentryPort, listener => listener.Protocols = HttpProtocols.Http1);
        });
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string OtlpEndpoint => $"http://localhost:{_otlpPort}";

    public string SentryDsn => $"http://key@localhost:{_sentryPort}/1";

    public static async Task<Collector> StartAsync(CancellationToken cancellationToken)
    {
        var collector = new Collector();
        await collector._app.StartAsync(cancellationToken);
        return collector;
    }

    public List<string> Taken(string path) => [.. _taken.Where(taken => taken.Path == path).Select(taken => taken.Body)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await using var body = context.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(context.Request.Body, CompressionMode.Decompress)
            : context.Request.Body;
        using var reader = new StreamReader(body, Encoding.Latin1);
        _taken.Enqueue((context.Request.Path, await reader.ReadToEndAsync(context.RequestAborted)));
        if (context.Request.ContentType is "application/grpc")
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }
}
