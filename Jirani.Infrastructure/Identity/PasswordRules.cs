using Microsoft.AspNetCore.Identity;

namespace Jirani.Infrastructure.Identity;

public static class PasswordRules
{
    public const int MinimumLength = 10;

    /// <summary>210,000 rounds of PBKDF2 with SHA-512: the floor of OWASP ASVS 5, appendix C.</summary>
    public static PasswordHasherOptions Hashing => new() { IterationCount = 210_000 };
}
