using Jirani.Domain.Orders;

namespace Jirani.Domain.Payments;

/// <summary>What the pay page of an order is about: where paying is, and the attempt that says so.</summary>
public sealed record PayView
{
    /// <summary>How long the provider may take to say that the prompt is out.</summary>
    private static readonly TimeSpan _startTakes = TimeSpan.FromMinutes(1);

    /// <summary>Prompts die on the phone after a few minutes, and their networks need a few more to say so.</summary>
    private static readonly TimeSpan _promptLives = TimeSpan.FromMinutes(10);

    private PayView(PayStep step, PayAttempt? attempt, IEnumerable<PayAttempt> others)
    {
        Step = step;
        Attempt = attempt;
        IsAnotherOpen = others.Any(other => other.Status == PaymentStatus.Pending);
        IsAnotherInReview = others.Any(other => other.Status == PaymentStatus.Review);
    }

    public PayStep Step { get; }

    /// <summary>The attempt that the step is about, else the newest one; null where there was none.</summary>
    public PayAttempt? Attempt { get; }

    /// <summary>Money of another attempt may still come.</summary>
    public bool IsAnotherOpen { get; }

    /// <summary>Money of another attempt came and did not fit.</summary>
    public bool IsAnotherInReview { get; }

    /// <summary>Paying can begin, and nothing is under way.</summary>
    public bool CanBegin => Step is PayStep.Before or PayStep.Failed or PayStep.NoAnswer;

    /// <summary>Something is under way, and a new attempt may take its place.</summary>
    public bool CanReplace => Step is PayStep.Waiting or PayStep.Redirect or PayStep.NotKnown;

    /// <summary>It goes on without whoever looks at it.</summary>
    public bool IsMoving => Step is PayStep.Starting or PayStep.Waiting or PayStep.Redirect or PayStep.NotKnown;

    /// <summary>Only the provider's final no is a proof; an attempt given up for its silence, or another one that is still open, is none.</summary>
    public bool IsNothingTaken => Step is PayStep.Failed or PayStep.NoAnswer
        && !IsAnotherOpen && !IsAnotherInReview
        && (Step == PayStep.Failed || string.Equals(Attempt?.ProviderStatus, "failed", StringComparison.OrdinalIgnoreCase));

    /// <param name="attempts">The newest of every status at least, those that were superseded apart.</param>
    public static PayView Of(OrderStatus order, decimal total, IReadOnlyCollection<PayAttempt> attempts, DateTimeOffset now)
    {
        var paid = Newest(attempts.Where(attempt => attempt.Status == PaymentStatus.Succeeded));
        var review = Newest(attempts.Where(attempt => attempt.Status == PaymentStatus.Review));
        var latest = Newest(attempts.Where(attempt => !attempt.IsSuperseded));
        var (step, about) = (order, paid, review) switch
        {
            (OrderStatus.Refunded, _, _) => (PayStep.Refunded, paid),
            (OrderStatus.Pending, { } capture, _) => Paid(capture),
            _ when order.IsPaid() => Paid(paid),
            (OrderStatus.Pending, null, { } odd) when latest?.Status != PaymentStatus.Pending => (PayStep.Review, odd),
            (OrderStatus.Cancelled or OrderStatus.Expired, null, { } late) => (PayStep.Review, late),
            (OrderStatus.Cancelled, _, _) => (PayStep.Cancelled, paid),
            (OrderStatus.Expired, _, _) => (PayStep.Expired, paid),
            _ when total == 0 => (PayStep.NothingToPay, null),
            _ => (StepOf(latest, now), latest),
        };
        return new PayView(step, about, attempts.Where(attempt => attempt != about));
    }

    private static (PayStep, PayAttempt?) Paid(PayAttempt? capture) =>
        (capture?.Provider == PaymentProvider.Cash ? PayStep.PaidInCash : PayStep.Paid, capture);

    private static PayStep StepOf(PayAttempt? attempt, DateTimeOffset now) => attempt switch
    {
        null => PayStep.Before,
        { Status: PaymentStatus.Failed, FailureReason: FailureReason.NoAnswer } => PayStep.NoAnswer,
        { Status: PaymentStatus.Failed } => PayStep.Failed,
        { CheckoutUrl: not null } => PayStep.Redirect,
        { ProviderStatus: null } when Age(attempt, now) < _startTakes => PayStep.Starting,
        { ProviderStatus: not null } when Age(attempt, now) < _promptLives => PayStep.Waiting,
        _ => PayStep.NotKnown,
    };

    private static TimeSpan Age(PayAttempt attempt, DateTimeOffset now) => now - (attempt.StartedAt ?? attempt.CreatedAt);

    private static PayAttempt? Newest(IEnumerable<PayAttempt> attempts) => attempts.MaxBy(attempt => attempt.CreatedAt);
}
