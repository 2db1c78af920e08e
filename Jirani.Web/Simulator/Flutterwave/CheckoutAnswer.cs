namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The payer has answered the page of version 3. The way back is a link there: a redirect to another site would not get past our policy for forms.</summary>
internal static class CheckoutAnswer
{
    public static IResult Take(string id, PromptDecision decision, ChargeBook book, Prompts prompts)
    {
        if (book.Find(id) is not { IsHosted: true })
        {
            return Results.NotFound();
        }

        prompts.Decide(id, decision);
        return Results.Redirect($"/simulator/flutterwave/checkout/{id}");
    }
}
