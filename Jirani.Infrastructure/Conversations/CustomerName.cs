using System.Text;
using PhoneNumbers;

namespace Jirani.Infrastructure.Conversations;

/// <summary>What a customer is called on the owner's screens: their name, else their username, else their number.</summary>
public sealed record CustomerName(string? Name, string? Username, string? Phone)
{
    /// <summary>As people of that country write it for others; null where only a user id is known.</summary>
    public string? Number => Phone is null ? null : International("+" + Phone);

    public string Title => Given(Name) ?? (Given(Username) is { } username ? $"@{username}" : Number ?? "WhatsApp customer");

    /// <summary>As the shop speaks of them.</summary>
    public string First => Given(Name) is null ? Title : Title.Split(' ')[0];

    /// <summary>Up to two letters, or null where there is no name to take them from.</summary>
    public string? Initials => Letters() is { Length: > 0 } letters ? letters.ToUpperInvariant() : null;

    private string Letters() => string.Concat((Name ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.EnumerateRunes().First())
        .Where(Rune.IsLetter)
        .Take(2)
        .Select(letter => letter.ToString()));

    private static string International(string number)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            return numbers.Format(numbers.Parse(number, null), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return number;
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
