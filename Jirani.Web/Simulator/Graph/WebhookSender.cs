using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Posts signed webhooks to the product, as Meta does.</summary>
public sealed class WebhookSender(IOptions<SimulatorOptions> options) : IDisposable
{
    private readonly WebhookPost _post = new();
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.AppSecret);

    /// <returns>Null when no answer came.</returns>
    public Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken) => PostAsync(body, _secret, cancellationToken);

    /// <summary>As somebody would who does not know the secret.</summary>
    public Task<HttpStatusCode?> PostForgedAsync(byte[] body, CancellationToken cancellationToken) =>
        PostAsync(body, RandomNumberGenerator.GetBytes(32), cancellationToken);

    public void Dispose() => _post.Dispose();

    private Task<HttpStatusCode?> PostAsync(byte[] body, byte[] secret, CancellationToken cancellationToken) => _post.SendAsync(
        options.Value.WebhookUrl, body,
        [("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, body))), ("User-Agent", "facebookexternalua")],
        cancellationToken);
}
