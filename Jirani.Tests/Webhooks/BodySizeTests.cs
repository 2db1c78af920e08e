using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

public sealed class BodySizeTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    private const int Most = 4 * 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Exactly_four_mebibytes_are_kept(bool isChunked)
    {
        var phone = NewPhone();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Padded(phone, Most), isChunked));
        Assert.Equal(1, await ValueAsync<long>("select count(*) from messaging_log where customer_phone = $1 and message_type = 'inbound'", phone));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_byte_more_is_too_much(bool isChunked)
    {
        var phone = NewPhone();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(Padded(phone, Most + 1), isChunked));
        Assert.Equal(0, await ValueAsync<long>("select count(*) from customers where phone = $1", phone));
    }

    [Fact]
    public async Task A_body_announced_as_too_large_is_refused_before_it_is_sent()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, App.Site.Port, Cancel);
        await using var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /webhooks/whatsapp HTTP/1.1\r\nHost: {App.Site.Authority}\r\nContent-Length: 4000000000\r\nConnection: close\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(Cancel);

        Assert.StartsWith("HTTP/1.1 413", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_body_is_taken_as_its_bytes_and_never_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[64 * 1024 * 1024], Cancel);
        }

        using var request = SignedMessage.Post(packed.ToArray());
        request.Content!.Headers.ContentEncoding.Add("gzip");
        using var answer = await App.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, await QuarantinedAsync("malformed_json") + await QuarantinedAsync("not_utf8"));
    }

    private static byte[] Padded(string phone, int length)
    {
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "CART");
        return [.. body, .. Enumerable.Repeat((byte)' ', length - body.Length)];
    }

    private async Task<HttpStatusCode> PostAsync(byte[] body, bool isChunked)
    {
        using var request = SignedMessage.Post(body);
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await App.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
