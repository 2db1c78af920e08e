using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Flutterwave;

public abstract record QueryOutcome
{
    private QueryOutcome()
    {
    }

    /// <param name="Charge">What the provider says.</param>
    /// <param name="Body">The answer as it came, for the record.</param>
    public sealed record Found(ChargeReport Charge, ReadOnlyMemory<byte> Body) : QueryOutcome;

    /// <summary>The provider knows no such charge.</summary>
    public sealed record NotFound : QueryOutcome;

    /// <summary>No answer that can be used: ask again later.</summary>
    /// <param name="Reason">A few fixed words, safe to log.</param>
    public sealed record Unknown(string Reason) : QueryOutcome;
}
