namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What tests and benches may ask of the emulated payers.</summary>
internal sealed class MoneyControl(ChargeBook book, Prompts prompts, WebhookPlan plan, IServiceProvider services)
{
    private const int MostClaims = 1_000;

    public IEnumerable<PromptView> Prompts() => book.Waiting.Select(PromptView.Of);

    public IResult Decide(DecisionRequest request)
    {
        var charge = request.Reference is { } reference
            ? book.FindByReference(reference)
            : book.Waiting.LastOrDefault(waiting => waiting.Wallet?.Phone == request.Phone);
        return charge is null ? Results.NotFound()
            : prompts.Decide(charge.Id, request.Decision) is { } ended ? Results.Ok(PromptView.Of(ended))
            : Results.Conflict();
    }

    public IResult Claim(ClaimRequest request)
    {
        if (book.FindByReference(request.Reference) is not { } charge)
        {
            return Results.NotFound();
        }

        for (var turn = 0; turn < Math.Min(request.Times, MostClaims); turn++)
        {
            plan.Claim(charge, request.Decision);
        }

        return Results.NoContent();
    }

    /// <summary>Forgets everything but the tokens.</summary>
    public void Clear()
    {
        services.GetRequiredService<MoneyQueue>().Clear();
        services.GetRequiredService<PaymentFaultScript>().Clear();
        services.GetRequiredService<ReplyCache>().Clear();
        services.GetRequiredService<RefundBook>().Clear();
        services.GetRequiredService<PayerBook>().Clear();
        services.GetRequiredService<MoneyLedger>().Clear();
        book.Clear();
    }
}
