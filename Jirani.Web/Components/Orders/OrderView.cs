using System.Globalization;
using Jirani.Infrastructure.Orders;

namespace Jirani.Web.Components.Orders;

/// <summary>What the list shows, as it stands in the address: a reload, a link and the Back button bring it back.</summary>
/// <param name="Search">Null while nothing is looked for.</param>
/// <param name="Days">Placed within so many days, today the first; null for any day.</param>
public sealed record OrderView(OrderScope Scope, string? Search, int? Days)
{
    private const int LongestSearch = 100;

    /// <summary>How each tab stands in the address, in their order.</summary>
    private static readonly OrderedDictionary<OrderScope, string> _words = new()
    {
        [OrderScope.Unpaid] = "unpaid",
        [OrderScope.ToPack] = "to-pack",
        [OrderScope.OnTheWay] = "on-the-way",
        [OrderScope.Delivered] = "delivered",
        [OrderScope.Closed] = "closed",
    };

    public static OrderView Everything { get; } = new(OrderScope.Any, null, null);

    public static IReadOnlyList<OrderScope> Tabs { get; } = [.. _words.Keys.Prepend(OrderScope.Any)];

    public static IReadOnlyList<(int? Days, string Name)> Periods { get; } = [(null, "Any day"), (1, "Today"), (7, "7 days"), (30, "30 days")];

    /// <summary>What is chosen here can be sent out together.</summary>
    public bool IsToPack => Scope is OrderScope.ToPack;

    /// <summary>Said where nothing is found.</summary>
    public string Nothing => (Search, Scope) switch
    {
        (not null, OrderScope.Any) => $"No order found for “{Search}”",
        (not null, _) => $"No order found for “{Search}” among “{Name(Scope)}”",
        (_, OrderScope.ToPack) => "Nothing waits to be packed",
        (_, OrderScope.Unpaid) => "Nobody owes you anything",
        (_, OrderScope.Any) => "No order in these days",
        _ => $"No order in “{Name(Scope)}”",
    };

    private string Query => string.Join('&', new[]
    {
        _words.TryGetValue(Scope, out var word) ? $"show={word}" : null,
        Search is null ? null : $"q={Uri.EscapeDataString(Search)}",
        Days is { } days ? string.Create(CultureInfo.InvariantCulture, $"days={days}") : null,
    }.OfType<string>());

    /// <summary>Whatever an address says, it is a view.</summary>
    public static OrderView Parse(string? show, string? search, int? days) => new(
        _words.FirstOrDefault(word => word.Value == show).Key,
        search?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestSearch)] : null,
        Periods.Any(period => period.Days == days) ? days : null);

    public static string Name(OrderScope scope) => scope switch
    {
        OrderScope.Unpaid => "Unpaid",
        OrderScope.ToPack => "To pack",
        OrderScope.OnTheWay => "On the way",
        OrderScope.Delivered => "Delivered",
        OrderScope.Closed => "Closed",
        _ => "All",
    };

    /// <summary>Days begin at midnight in the shop.</summary>
    public OrderFilter Filter(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Days is not { } days)
        {
            return new OrderFilter(Scope, Search);
        }

        var first = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1 - days);
        return new OrderFilter(Scope, Search, new DateTimeOffset(first, zone.GetUtcOffset(first)));
    }

    public OrderView Of(OrderScope scope) => this with { Scope = scope };

    public OrderView Within(int? days) => this with { Days = days };

    public OrderView LookingFor(string? words) => this with { Search = Parse(null, words, null).Search };

    /// <param name="orderId">The one that is open; null where none is.</param>
    public string Address(Guid? orderId) => $"dashboard/orders{(orderId is { } id ? $"/{id}" : "")}{(Query.Length > 0 ? $"?{Query}" : "")}";

    /// <summary>The same as a file.</summary>
    public string ExportAddress(string storeSlug) => $"dashboard/orders/export.csv?store={storeSlug}{(Query.Length > 0 ? $"&{Query}" : "")}";

    /// <param name="storeSlug">Of which store.</param>
    /// <param name="orderIds">Which of its orders; none for all that are to be packed.</param>
    public static string PackingAddress(string storeSlug, IEnumerable<Guid> orderIds) =>
        $"dashboard/orders/packing?store={storeSlug}{string.Concat(orderIds.Select(id => $"&order={id}"))}";
}
