namespace Jirani.Web.Simulator.Phone;

/// <summary>A person who plays customer.</summary>
/// <param name="Phone">Digits with country code; null for one who is known by user id only.</param>
/// <param name="UserId">The business-scoped user id that Meta sends for everybody.</param>
public sealed record Customer(string Name, string? Phone, string UserId)
{
    /// <summary>What the shop must write to: the phone where there is one.</summary>
    public string Address => Phone ?? UserId;

    public string Initial => Name.TrimStart('@')[..1].ToUpperInvariant();

    /// <summary>The number as people read it.</summary>
    public string Line => Phone is { } digits ? Spoken(digits) : "No phone number";

    internal static string Spoken(string digits) =>
        "+" + (digits.Length == 12 ? $"{digits[..3]} {digits[3..6]} {digits[6..9]} {digits[9..]}" : digits);
}
