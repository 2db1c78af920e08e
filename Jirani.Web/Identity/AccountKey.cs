using System.Security.Cryptography;
using System.Text;

namespace Jirani.Web.Identity;

/// <summary>Stands for an email address where the address itself must not: in the name of a cookie, in a limit.</summary>
internal static class AccountKey
{
    /// <returns>16 hexadecimal digits, the same whatever the case and the spaces around.</returns>
    public static string Of(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToUpperInvariant())).AsSpan(0, 8));
}
