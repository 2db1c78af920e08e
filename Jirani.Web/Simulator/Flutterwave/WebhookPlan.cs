namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Which webhooks an event brings about, with the faults that meet it.</summary>
internal sealed class WebhookPlan(PaymentFaultScript script, MoneyQueue queue, TimeProvider time)
{
    /// <summary>Between webhooks whose order matters.</summary>
    private static readonly TimeSpan _gap = TimeSpan.FromMilliseconds(300);

    public PaymentFaults FaultsOf(Charge charge) => charge.Faults ?? script.Standing;

    /// <summary>What is told about a charge whose prompt has ended, with how long each is waited for.</summary>
    public IReadOnlyList<(byte[] Body, TimeSpan Wait)> For(Charge charge)
    {
        var faults = FaultsOf(charge);
        if (faults.IsNever || charge.EndedAt is not { } endedAt)
        {
            return [];
        }

        var wait = TimeSpan.FromSeconds(faults.SecondsLate);
        var told = Twice(Webhook(charge, charge.Decision, endedAt), faults, wait);
        return faults.IsOutOfOrder && charge.IsPaid
            ? [.. told, (Webhook(charge, null, endedAt), wait + _gap), (Webhook(charge, PromptDecision.RunOut, endedAt), wait + (_gap * 2))]
            : told;
    }

    public void Tell(Charge charge)
    {
        foreach (var (body, wait) in For(charge))
        {
            queue.Add(new MoneyTask.Tell(body), time.GetUtcNow() + wait);
        }
    }

    public void Tell(Refund refund)
    {
        var faults = FaultsOf(refund.Charge);
        foreach (var (body, wait) in faults.IsNever ? [] : Twice(refund.Webhook(), faults, TimeSpan.FromSeconds(faults.SecondsLate)))
        {
            queue.Add(new MoneyTask.Tell(body), refund.EndsAt + wait);
        }
    }

    /// <summary>A webhook with an id of its own, whatever the charge says.</summary>
    public void Claim(Charge charge, PromptDecision? decision) =>
        queue.Add(new MoneyTask.Tell(Webhook(charge, decision, time.GetUtcNow())), time.GetUtcNow());

    private static IReadOnlyList<(byte[] Body, TimeSpan Wait)> Twice(byte[] body, PaymentFaults faults, TimeSpan wait) =>
        faults.IsTwice ? [(body, wait), (body, wait)] : [(body, wait)];

    private static byte[] Webhook(Charge charge, PromptDecision? decision, DateTimeOffset at) =>
        charge.IsHosted ? ChargeBodyV3.Webhook(charge, decision) : ChargeBody.Webhook(charge, decision, at);
}
