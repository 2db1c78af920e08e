using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Posts signed webhooks to the product, over the wire as Meta does.</summary>
internal sealed class WebhookSender(IOptions<SimulatorOptions> options) : IDisposable
{
    // No proxy: the product is this very machine, or one that its own settings name.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.AppSecret);

    /// <returns>False when the answer was not 200 or none came.</returns>
    public async Task<bool> TryPostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.WebhookUrl);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, body)));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("facebookexternalua", null));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();
}
