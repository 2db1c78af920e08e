using System.Globalization;
using Jirani.Infrastructure.Orders;

namespace Jirani.Web.Components.Orders;

/// <summary>What the screen of orders says.</summary>
internal static class OrderPhrases
{
    /// <summary>2 × Sugar 1 kg, 1 more.</summary>
    public static string Summary(OrderRow order) => (order.Lines, order.FirstQuantity) switch
    {
        (0, _) => "",
        (1, 1) => order.FirstItem,
        (1, _) => $"{Quantity(order.FirstQuantity)} × {order.FirstItem}",
        (var lines, 1) => $"{order.FirstItem}, {lines - 1} more",
        var (lines, quantity) => $"{Quantity(quantity)} × {order.FirstItem}, {lines - 1} more",
    };

    public static string Quantity(decimal quantity) => quantity.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The figure alone; the currency stands at the total.</summary>
    public static string Figure(decimal amount) => amount.ToString(decimal.IsInteger(amount) ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A count as it stands in a tab; up to the limit to which anybody counts.</summary>
    public static string Count(int count) => count >= OrderCounts.Most ? $"{OrderCounts.Most - 1}+" : count.ToString(CultureInfo.InvariantCulture);

    public static string Orders(int count) => count == 1 ? "1 order" : $"{count} orders";

    /// <summary>A reason, with the number of its order where it does not name it itself.</summary>
    public static string Named(string? number, string sentence) =>
        number is null || sentence.Contains($"#{number}", StringComparison.Ordinal) ? sentence : $"#{number}: {sentence}";
}
