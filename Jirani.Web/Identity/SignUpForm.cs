using System.Globalization;
using System.Text;
using Jirani.Infrastructure.Stores;

namespace Jirani.Web.Identity;

/// <summary>What the sign-up form posts.</summary>
public sealed record SignUpForm(string Email, string Password, string StoreName, string Slug, string CountryCode)
{
    private const int LongestSlug = 63;

    public static SignUpForm Empty { get; } = new("", "", "", "", "KE");

    public Country? Country => Country.All.FirstOrDefault(country => country.Code == CountryCode);

    /// <summary>Where none was given, one is made of the name.</summary>
    public string GivenSlug => Slug.Length > 0 ? Slug : Suggested(StoreName);

    public static SignUpForm From(IFormCollection form) => new(
        Text(form, nameof(Email)), form[nameof(Password)].ToString(), Text(form, nameof(StoreName)), Text(form, nameof(Slug)).ToLowerInvariant(), Text(form, nameof(CountryCode)));

    public NewStore ToStore(Country country) => new()
    {
        Slug = GivenSlug,
        Name = StoreName,
        Currency = country.Currency,
        Country = country.Code,
        TimeZone = country.TimeZone,
        OwnerEmail = Email,
    };

    private static string Suggested(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug is { Length: > 0 } && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString()[..Math.Min(slug.Length, LongestSlug)].Trim('-');
    }

    private static string Text(IFormCollection form, string field) => form[field].ToString().Trim();
}
