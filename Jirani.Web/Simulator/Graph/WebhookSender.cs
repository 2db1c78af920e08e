using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Posts signed webhooks to the product, over the wire as Meta does.</summary>
public sealed class WebhookSender(IOptions<SimulatorOptions> options) : IDisposable
{
    // No proxy: the product is this very machine, or one that its own settings name.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.AppSecret);

    /// <returns>Null when no answer came.</returns>
    public Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken) => PostAsync(body, _secret, cancellationToken);

    /// <summary>As somebody would who does not know the secret.</summary>
    public Task<HttpStatusCode?> PostForgedAsync(byte[] body, CancellationToken cancellationToken) =>
        PostAsync(body, RandomNumberGenerator.GetBytes(32), cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode?> PostAsync(byte[] body, byte[] secret, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.WebhookUrl);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, body)));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("facebookexternalua", null));
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
}
