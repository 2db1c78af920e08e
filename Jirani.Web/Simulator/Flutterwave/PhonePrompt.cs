using System.Globalization;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A prompt as its payer reads it.</summary>
/// <param name="Phone">Digits with the dialling code; null where a page asks instead.</param>
/// <param name="Network">As people name it: M-PESA.</param>
/// <param name="Sum">Currency and amount: KES 430.</param>
/// <param name="Purpose">Whom for what: to Mama Njeri for order #1043. Empty where the charge does not say.</param>
public sealed record PhonePrompt(string ChargeId, string? Phone, string Network, string Sum, string Purpose)
{
    public string Question => $"Pay {Sum}{Purpose}?";

    internal static PhonePrompt Of(Charge charge) => new(
        charge.Id,
        charge.Wallet?.Phone,
        charge.Wallet?.Network.Name ?? "Mobile money",
        string.Create(CultureInfo.InvariantCulture, $"{charge.Country.Currency} {charge.Amount:#,0.##}"),
        (charge.Store is { } store ? $" to {store}" : "") + (charge.Order is { } order ? $" for order #{order.TrimStart('#')}" : ""));
}
