using System.ComponentModel.DataAnnotations;

namespace Jirani.Infrastructure.WhatsApp;

public sealed class WhatsAppOptions : IValidatableObject
{
    public const string Section = "WhatsApp";

    /// <summary>Of the Meta app that all stores without an app of their own share. It keys the webhook's signature.</summary>
    [Required, MinLength(12)]
    public required string AppSecret { get; init; }

    /// <summary>Still accepted while the secret is being replaced; null when it is not.</summary>
    [MinLength(12)]
    public string? PreviousAppSecret { get; init; }

    [Required]
    public required Uri GraphBaseUrl { get; init; }

    [Required, RegularExpression("v[0-9]+[.][0-9]+")]
    public string GraphVersion { get; init; } = "v26.0";

    /// <summary>For stores that have no token of their own; null when every store has one.</summary>
    public string? AccessToken { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!GraphBaseUrl.IsAbsoluteUri || GraphBaseUrl.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(GraphBaseUrl)} is not an absolute http or https address.", [nameof(GraphBaseUrl)]);
        }
    }
}
