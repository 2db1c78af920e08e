namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A waiting prompt as tests read it.</summary>
internal sealed record PromptView(
    string Id, string Reference, string? Phone, string? Network, decimal Amount, string Currency, string? Store, string? Order, DateTimeOffset At)
{
    public static PromptView Of(Charge charge) => new(
        charge.Id, charge.Reference, charge.Wallet?.Phone, charge.Wallet?.Network.Code, charge.Amount, charge.Country.Currency, charge.Store,
        charge.Order, charge.CreatedAt);
}
