using Jirani.Infrastructure.Payments;

namespace Jirani.Web.Components.Payments;

/// <summary>What the list shows, as it stands in the address: a reload, a link and the Back button bring it back.</summary>
/// <param name="Search">Null while nothing is looked for.</param>
public sealed record PaymentView(PaymentScope Scope, string? Search)
{
    private const int LongestSearch = 100;

    /// <summary>How each filter stands in the address, in the order of the chips.</summary>
    private static readonly OrderedDictionary<PaymentScope, string> _words = new()
    {
        [PaymentScope.Paid] = "paid",
        [PaymentScope.Waiting] = "waiting",
        [PaymentScope.InReview] = "review",
        [PaymentScope.Failed] = "failed",
        [PaymentScope.Refunded] = "refunded",
    };

    public static PaymentView Everything { get; } = new(PaymentScope.Any, null);

    public static IReadOnlyList<PaymentScope> Chips { get; } = [.. _words.Keys.Prepend(PaymentScope.Any)];

    public PaymentFilter Filter => new(Scope, Search);

    /// <summary>Said where nothing is found.</summary>
    public string Nothing => (Search, Scope) switch
    {
        (not null, PaymentScope.Any) => $"No payment found for “{Search}”",
        (not null, _) => $"No payment found for “{Search}” among “{Name(Scope)}”",
        (_, PaymentScope.InReview) => "Nothing waits for you",
        _ => $"No payment in “{Name(Scope)}”",
    };

    private string Query
    {
        get
        {
            string[] parts = [.. Word is null ? [] : new[] { $"show={Word}" }, .. Search is null ? [] : new[] { $"q={Uri.EscapeDataString(Search)}" }];
            return string.Join('&', parts);
        }
    }

    private string? Word => _words.GetValueOrDefault(Scope);

    /// <summary>Whatever an address says, it is a view.</summary>
    public static PaymentView Parse(string? show, string? search) => new(
        _words.FirstOrDefault(word => word.Value == show).Key,
        search?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestSearch)] : null);

    public static string Name(PaymentScope scope) => scope switch
    {
        PaymentScope.Paid => "Paid",
        PaymentScope.Waiting => "Waiting",
        PaymentScope.InReview => "In review",
        PaymentScope.Failed => "Failed",
        PaymentScope.Refunded => "Refunded",
        _ => "All",
    };

    public PaymentView Of(PaymentScope scope) => this with { Scope = scope };

    public PaymentView LookingFor(string? words) => Parse(Word, words);

    /// <param name="paymentId">The one that is open; null where none is.</param>
    public string Address(Guid? paymentId) =>
        $"dashboard/payments{(paymentId is { } id ? $"/{id}" : "")}{(Query.Length > 0 ? $"?{Query}" : "")}";

    /// <summary>The same as a file.</summary>
    public string ExportAddress(string storeSlug) => $"dashboard/payments/export.csv?store={storeSlug}{(Query.Length > 0 ? $"&{Query}" : "")}";
}
