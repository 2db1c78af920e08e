using System.Text;

namespace Jirani.Infrastructure.Conversations;

/// <summary>What a customer is called on the owner's screens: their name, else their username, else their number.</summary>
public sealed record CustomerName(string? Name, string? Username, string? Phone)
{
    /// <summary>Digits in groups of three from the end, as people read them out; the country code comes first.</summary>
    public string? Number => Phone is null ? null : "+" + Grouped(Phone);

    public string Title => Given(Name) ?? (Given(Username) is { } username ? $"@{username}" : Number ?? "WhatsApp customer");

    /// <summary>Up to two letters, or null where there is no name to take them from.</summary>
    public string? Initials => Letters() is { Length: > 0 } letters ? letters.ToUpperInvariant() : null;

    private string Letters() => string.Concat((Name ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.EnumerateRunes().First())
        .Where(Rune.IsLetter)
        .Take(2)
        .Select(letter => letter.ToString()));

    private static string Grouped(string digits)
    {
        var first = digits.Length % 3 == 0 ? 3 : digits.Length % 3;
        return string.Join(' ', digits[first..].Chunk(3).Select(group => new string(group)).Prepend(digits[..first]));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
