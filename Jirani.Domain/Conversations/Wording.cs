using System.Globalization;
using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Messaging;

namespace Jirani.Domain.Conversations;

/// <summary>How quantities, names, times and lists read in a message, whatever the server's culture.</summary>
internal static class Wording
{
    private const int LongestName = 80;
    private const int LongestEcho = 40;

    // Leaves room for a heading, totals and two links below.
    private const int LongestList = 3000;

    public static string Quantity(decimal quantity) => quantity.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Name(Product product) => MessageLimits.Cut(product.Name, LongestName);

    /// <summary>What the customer typed, given back.</summary>
    public static string Echo(string typed) => MessageLimits.Cut(typed, LongestEcho);

    public static string Line(CartLine line, Currency currency) =>
        $"{Quantity(line.Quantity)} × {Name(line.Product)}: {line.Total(currency)}";

    public static string Time(DateTimeOffset at, Storefront store) =>
        TimeZoneInfo.ConvertTime(at, store.TimeZone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As many lines as fit, and how many did not.</summary>
    public static string List(IReadOnlyList<string> lines)
    {
        var length = 0;
        var shown = lines.TakeWhile(line => (length += line.Length + 1) <= LongestList).ToArray();
        var list = string.Join('\n', shown);
        return shown.Length == lines.Count ? list : $"{list}\n… and {lines.Count - shown.Length} more";
    }
}
