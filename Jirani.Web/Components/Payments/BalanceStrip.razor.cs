using System.Globalization;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Payments;

/// <summary>Is the money right, and does any of it wait for somebody.</summary>
public sealed partial class BalanceStrip
{
    private static readonly string _review = PaymentView.Everything.Of(PaymentScope.InReview).Address(null);

    private IReadOnlyList<Balance> _shown = [];
    private string _waits = "";

    [Parameter, EditorRequired]
    public required IReadOnlyList<Balance> Balances { get; set; }

    /// <summary>Of the store; it comes first and is always there.</summary>
    [Parameter, EditorRequired]
    public required string Currency { get; set; }

    /// <summary>Null while nobody counted yet.</summary>
    [Parameter, EditorRequired]
    public required LedgerCheck? Check { get; set; }

    [Parameter, EditorRequired]
    public required int InReview { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    protected override void OnParametersSet()
    {
        var own = Balances.FirstOrDefault(balance => balance.Currency == Currency) ?? new Balance(Currency, 0, 0, 0, 0);
        _shown = [own, .. Balances.Where(balance => balance.Currency != Currency && balance is not { Available: 0, Unsettled: 0, InReview: 0, Cash: 0 })];
        _waits = InReview switch
        {
            0 => "On its way back",
            1 => "1 waits for you",
            PaymentList.MostInReview => $"{InReview - 1}+ wait for you",
            _ => $"{InReview} wait for you",
        };
    }

    private static string Figure(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
