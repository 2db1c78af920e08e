using System.ComponentModel.DataAnnotations;

namespace Jirani.Infrastructure.Flutterwave;

public sealed class FlutterwaveOptions : IValidatableObject
{
    public const string Section = "Flutterwave";
    private const string LiveHost = "f4bexperience.flutterwave.com";
    private const int LeastSecret = 12;

    [EnumDataType(typeof(FlutterwaveVersion), ErrorMessage = "must be V4 or V3.")]
    public FlutterwaveVersion Version { get; init; }

    /// <summary>Where v4 gives tokens, the same for sandbox and live: the credentials differ.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Of the sandbox, of the live service, or of the simulator. Chosen by this setting alone, never by the environment's name.</summary>
    [Required(ErrorMessage = "is missing.")]
    public required Uri BaseUrl { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>v3's key, <c>FLWSECK…</c>.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Proves a webhook's sender. An empty one would prove anybody, so it stops the start.</summary>
    [Required(ErrorMessage = "is missing."), MinLength(LeastSecret, ErrorMessage = "needs 12 characters or more.")]
    public required string WebhookSecret { get; init; }

    [EnumDataType(typeof(SignatureMode), ErrorMessage = "must be HmacSha256Base64, PlainSecret or VerifHash.")]
    public SignatureMode SignatureMode { get; init; }

    /// <summary>The sandbox plays what this says (<c>X-Scenario-Key</c>); null or empty for none.</summary>
    [RegularExpression("[!-~]+", ErrorMessage = "holds what no header may.")]
    public string? ScenarioKey { get; init; }

    /// <summary>Of the address that stands for a customer who gave none; null or empty = that of the public site.</summary>
    [RegularExpression("([A-Za-z0-9-]+[.])+[A-Za-z0-9-]+", ErrorMessage = "must be a domain, such as example.org.")]
    public string? CustomerEmailDomain { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, url) in new (string, Uri?)[] { (nameof(BaseUrl), BaseUrl), (nameof(TokenUrl), TokenUrl) })
        {
            if (url is not null && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
            {
                yield return Fault(name, "must be an absolute http or https address.");
            }
        }

        foreach (var fault in Version == FlutterwaveVersion.V3 ? FaultsOfV3() : FaultsOfV4())
        {
            yield return fault;
        }

        if (!string.IsNullOrEmpty(ScenarioKey) && BaseUrl is { IsAbsoluteUri: true, Host: LiveHost })
        {
            yield return Fault(nameof(ScenarioKey), "is for the sandbox only; take it away where money is real.");
        }
    }

    private IEnumerable<ValidationResult> FaultsOfV3()
    {
        if (SecretKey is not { Length: >= LeastSecret } || !SecretKey.All(letter => letter is > ' ' and <= '~'))
        {
            yield return Fault(nameof(SecretKey), "needs 12 characters or more, none of them a space.");
        }

        if (SignatureMode != SignatureMode.VerifHash)
        {
            yield return Fault(nameof(SignatureMode), "must be VerifHash where the version is V3.");
        }
    }

    private IEnumerable<ValidationResult> FaultsOfV4()
    {
        if (TokenUrl is null)
        {
            yield return Fault(nameof(TokenUrl), "is missing.");
        }

        if (string.IsNullOrWhiteSpace(ClientId))
        {
            yield return Fault(nameof(ClientId), "is missing.");
        }

        if (ClientSecret is not { Length: >= LeastSecret })
        {
            yield return Fault(nameof(ClientSecret), "needs 12 characters or more.");
        }
    }

    private static ValidationResult Fault(string name, string sentence) => new(sentence, [name]);
}
