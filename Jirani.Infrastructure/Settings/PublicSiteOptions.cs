using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Jirani.Infrastructure.Settings;

/// <summary>Where customers reach this installation. Links are made from it, never from a request's Host.</summary>
public sealed class PublicSiteOptions : IValidatableObject
{
    public const string Section = "";

    [ConfigurationKeyName("PUBLIC_SITE_URL"), Required(ErrorMessage = "is missing.")]
    public required string Address { get; init; }

    public Uri Url => new(Address.EndsWith('/') ? Address : Address + "/");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult("must be an absolute http or https address.", [nameof(Address)]);
        }
    }
}
