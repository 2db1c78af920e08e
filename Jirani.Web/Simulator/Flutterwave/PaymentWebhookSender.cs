using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Posts signed events to the product, as Flutterwave does.</summary>
internal sealed class PaymentWebhookSender(IOptions<MoneyOptions> options) : IDisposable
{
    private readonly WebhookPost _post = new();

    /// <returns>Null when no answer came.</returns>
    public Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken) =>
        _post.SendAsync(options.Value.WebhookUrl, body, [Signature(body)], cancellationToken);

    public void Dispose() => _post.Dispose();

    private (string Name, string Value) Signature(byte[] body) => options.Value.SignatureMode switch
    {
        "VerifHash" => ("verif-hash", options.Value.WebhookSecret),
        "PlainSecret" => ("flutterwave-signature", options.Value.WebhookSecret),
        _ => ("flutterwave-signature", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret), body))),
    };
}
