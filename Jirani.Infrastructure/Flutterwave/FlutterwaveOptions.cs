using System.ComponentModel.DataAnnotations;

namespace Jirani.Infrastructure.Flutterwave;

public sealed class FlutterwaveOptions
{
    public const string Section = "Flutterwave";

    /// <summary>Proves a webhook's sender. An empty one would prove anybody, so it stops the start.</summary>
    [Required(ErrorMessage = "is missing."), MinLength(12, ErrorMessage = "needs 12 characters or more.")]
    public required string WebhookSecret { get; init; }
}
