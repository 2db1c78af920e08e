namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Ends the prompts on the phones.</summary>
internal sealed class Prompts(ChargeBook book, WebhookPlan plan, TimeProvider time)
{
    /// <summary>Ends a prompt and tells the product. A failed charge may still be approved: money can move late.</summary>
    /// <returns>Null when there is no such charge, or it cannot end this way any more.</returns>
    public Charge? Decide(string chargeId, PromptDecision decision)
    {
        var charge = End(chargeId, decision);
        if (charge is not null)
        {
            plan.Tell(charge);
        }

        return charge;
    }

    /// <summary>Ends a prompt and tells nobody.</summary>
    public Charge? End(string chargeId, PromptDecision decision) => book.Change(chargeId, charge =>
    {
        if (charge.IsPaid || (charge.EndedAt is not null && decision != PromptDecision.Approve))
        {
            return null;
        }

        var isFinal = decision != PromptDecision.SwitchOff;
        var ended = charge with { Decision = decision, EndedAt = isFinal ? time.GetUtcNow() : null };
        return ended.IsPaid ? Spoil(ended) : ended;
    });

    private Charge Spoil(Charge charge)
    {
        var faults = plan.FaultsOf(charge);
        return charge with
        {
            SaidAmount = faults.IsWrongAmount ? charge.Amount - 1 : charge.Amount,
            SaidCurrency = faults.IsWrongCurrency ? Other(charge.Country.Currency) : charge.Country.Currency,
        };
    }

    private static string Other(string currency) => currency == "KES" ? "UGX" : "KES";
}
