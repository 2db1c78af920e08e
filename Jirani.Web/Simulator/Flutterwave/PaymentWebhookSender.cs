using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Posts signed events to the product, over the wire as Flutterwave does.</summary>
internal sealed class PaymentWebhookSender(IOptions<MoneyOptions> options) : IDisposable
{
    // No proxy: the product is this very machine, or one that its own settings name.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <returns>Null when no answer came.</returns>
    public async Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.WebhookUrl);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var (header, value) = Signature(body);
        request.Headers.Add(header, value);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private (string Header, string Value) Signature(byte[] body) => options.Value.SignatureMode switch
    {
        "VerifHash" => ("verif-hash", options.Value.WebhookSecret),
        "PlainSecret" => ("flutterwave-signature", options.Value.WebhookSecret),
        _ => ("flutterwave-signature", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret), body))),
    };
}
