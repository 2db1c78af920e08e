using Jirani.Infrastructure.Messaging;

namespace Jirani.Infrastructure.Payments;

/// <summary>Wakes the workers of this process; what another instance left, each finds by looking.</summary>
public sealed class PaymentWakes(TimeProvider clock)
{
    internal Signal Events { get; } = new(clock);

    internal Signal Starts { get; } = new(clock);

    internal Signal Refunds { get; } = new(clock);

    /// <summary>Nobody sets it: polls are only ever due by time.</summary>
    internal Signal Polls { get; } = new(clock);
}
