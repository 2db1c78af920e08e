using System.ComponentModel.DataAnnotations;

namespace Jirani.Infrastructure.Identity;

/// <summary>The key outside the database that wraps the key ring inside it.</summary>
public sealed class KeyRingOptions : IValidatableObject
{
    public const string Section = "DataProtection";
    private const int KeyBytes = 32;

    /// <summary>Base64 of 32 random bytes. A copy of the database opens nothing without it.</summary>
    [Required(ErrorMessage = "is missing.")]
    public required string WrappingKey { get; init; }

    public byte[] Key => Convert.FromBase64String(WrappingKey);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var key = new byte[KeyBytes + 3];
        if (!Convert.TryFromBase64String(WrappingKey, key, out var length) || length != KeyBytes)
        {
            yield return new ValidationResult("must be the base64 of 32 bytes (openssl rand -base64 32).", [nameof(WrappingKey)]);
        }
    }
}
