namespace Jirani.Domain.Payments;

/// <summary>What the provider's word changes.</summary>
public abstract record PaymentVerdict
{
    private PaymentVerdict()
    {
    }

    /// <summary>It still waits, or is already known.</summary>
    public sealed record Nothing : PaymentVerdict;

    /// <summary>The order is paid.</summary>
    public sealed record Captured(decimal Fee) : PaymentVerdict;

    /// <param name="Reason">One of <see cref="FailureReason"/>.</param>
    public sealed record Failed(string Reason) : PaymentVerdict;

    /// <summary>Money came, and a person has to decide about it.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Received">What came; null where the provider did not say how much of what.</param>
    /// <param name="Fee">What the provider keeps of it.</param>
    public sealed record Review(ReviewReason Reason, Money? Received, decimal Fee) : PaymentVerdict;

    /// <summary>The provider takes back a success it had told: nothing changes by itself, and somebody has to know.</summary>
    public sealed record Contradiction : PaymentVerdict;
}
