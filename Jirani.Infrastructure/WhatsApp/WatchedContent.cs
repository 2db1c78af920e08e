using System.Net;
using System.Net.Http.Headers;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>
/// A request body that knows whether its writing has begun. The client writes it after connecting and never twice, so
/// while it has not begun nobody can have acted on it, whatever exception was thrown.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly byte[] _json;

    public WatchedContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool HasBegun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasBegun = true;
        return stream.WriteAsync(_json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
