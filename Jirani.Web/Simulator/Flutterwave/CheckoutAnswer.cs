namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The payer has answered the page of version 3, and goes back to the shop with a hint of how it went.</summary>
internal static class CheckoutAnswer
{
    public static IResult Take(string id, PromptDecision decision, ChargeBook book, Prompts prompts)
    {
        if (book.Find(id) is not { IsHosted: true } known)
        {
            return Results.NotFound();
        }

        var charge = prompts.Decide(id, decision) ?? known;
        return charge is { EndedAt: not null, RedirectUrl: { } url } && Uri.TryCreate(url, UriKind.Absolute, out _)
            ? Results.Redirect($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}status={charge.Decision.StatusV3()}"
                + $"&tx_ref={Uri.EscapeDataString(charge.Reference)}&transaction_id={charge.Id}")
            : Results.Redirect($"/simulator/flutterwave/checkout/{id}");
    }
}
