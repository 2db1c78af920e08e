using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Flutterwave;

public abstract record StartOutcome
{
    private StartOutcome()
    {
    }

    /// <param name="Charge">Null where the charge comes into being only on the provider's page.</param>
    /// <param name="Next">What the payer has to do.</param>
    public sealed record Started(ChargeReport? Charge, NextAction Next) : StartOutcome;

    /// <summary>The provider said no, and no charge exists.</summary>
    /// <param name="Code">The provider's code, for a person who looks into it.</param>
    /// <param name="Sentence">For the payer: what happened and what to do.</param>
    public sealed record Refused(string Code, string Sentence) : StartOutcome;

    /// <summary>Whether a charge exists is not known: it is asked after, and never begun again by itself.</summary>
    /// <param name="Reason">A few fixed words, safe to log.</param>
    public sealed record Unknown(string Reason) : StartOutcome;
}
