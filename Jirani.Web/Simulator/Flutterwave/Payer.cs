using System.Text.Json;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A customer as Flutterwave keeps one.</summary>
internal sealed record Payer
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public string? First { get; init; }

    public string? Last { get; init; }

    /// <summary>Digits of the dialling code and of the national number; null where no phone was given.</summary>
    public (string CountryCode, string Number)? Phone { get; init; }

    public required JsonElement Meta { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public object ToBody() => new
    {
        id = Id,
        address = (object?)null,
        email = Email,
        name = First is null && Last is null ? null : new { first = First, middle = (string?)null, last = Last },
        phone = Phone is { } phone ? new { country_code = phone.CountryCode, number = phone.Number } : null,
        meta = Meta,
        created_datetime = CreatedAt.Short(),
    };
}
