namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What the page of version 3 asks its payer.</summary>
/// <param name="Ended">How it went; null while nobody has decided.</param>
/// <param name="BackTo">The shop's page with a hint of how it went; null where the shop gave none.</param>
public sealed record HostedPrompt(string Question, string? Ended, string? BackTo)
{
    internal static HostedPrompt Of(Charge charge) => new(PhonePrompt.Of(charge).Question, charge.Decision?.Words(), Back(charge));

    private static string? Back(Charge charge) =>
        charge.RedirectUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}status={charge.Decision.StatusV3()}"
            + $"&tx_ref={Uri.EscapeDataString(charge.Reference)}&transaction_id={charge.Id}"
        : null;
}
