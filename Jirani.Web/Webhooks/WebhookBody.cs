using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Jirani.Web.Webhooks;

/// <summary>The bytes of a webhook as they came, up to 4 MiB; what is larger is not read to its end.</summary>
internal sealed class WebhookBody : IDisposable
{
    public const int Most = 4 * 1024 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
    private int _length;

    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public static async Task<WebhookBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Kestrel's own limit would answer before ours.
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        var body = new WebhookBody { IsTooLarge = request.ContentLength > Most };
        while (!body.IsTooLarge && await body.ReadMoreAsync(request.Body, cancellationToken))
        {
            body.IsTooLarge = body._length > Most;
        }

        return body;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private async Task<bool> ReadMoreAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (_length == _buffer.Length)
        {
            Grow();
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
        _length += read;
        return read > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
