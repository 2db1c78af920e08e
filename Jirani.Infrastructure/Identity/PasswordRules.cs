using Microsoft.AspNetCore.Identity;

namespace Jirani.Infrastructure.Identity;

public static class PasswordRules
{
    /// <summary>210,000 rounds of PBKDF2 with SHA-512: the floor of OWASP ASVS 5, appendix C.</summary>
    public static PasswordHasherOptions Hashing => new() { IterationCount = 210_000 };

    private const int Shortest = 10;

    /// <summary>For whoever chooses one.</summary>
    public static string Hint { get; } = $"At least {Shortest} characters. A few words are easier to remember than signs.";

    /// <summary>Length counts; required kinds of characters only make passwords that end in 1 and a point.</summary>
    public static void Apply(IdentityOptions options)
    {
        options.Password.RequiredLength = Shortest;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.User.RequireUniqueEmail = true;
    }
}
