using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Flutterwave;

public abstract record RefundOutcome
{
    private RefundOutcome()
    {
    }

    /// <summary>The provider knows it under this id.</summary>
    public sealed record Known(string RefundId, RefundStatus Status) : RefundOutcome;

    /// <summary>The provider said no, and no money goes back.</summary>
    public sealed record Refused(string Code, string Sentence) : RefundOutcome;

    /// <summary>Ask again with the same request.</summary>
    public sealed record Unknown(string Reason) : RefundOutcome;
}
