using System.Globalization;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Meta's times: seconds since 1970 as a string, sometimes a number, and milliseconds from some relays.</summary>
internal static class UnixTime
{
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>Null for what is no time after 1970 and before the year 10000.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var written))
        {
            return null;
        }

        var milliseconds = written < FirstMilliseconds ? decimal.Truncate(written) * 1000 : decimal.Truncate(written);
        return milliseconds > 0 && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : null;
    }
}
