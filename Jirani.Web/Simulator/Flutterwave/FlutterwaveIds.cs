using System.Globalization;
using System.Security.Cryptography;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Ids and times of Flutterwave's form.</summary>
internal static class FlutterwaveIds
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <param name="kind">chg, cus, pmd, rfd or wbk.</param>
    public static string New(string kind) => $"{kind}_{RandomNumberGenerator.GetString(Letters, 14)}";

    /// <summary>Version 3 has numbers.</summary>
    public static string NewNumber() => RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);

    /// <summary>Nine decimals, as the API writes them.</summary>
    public static string Long(this DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);

    public static string Short(this DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
