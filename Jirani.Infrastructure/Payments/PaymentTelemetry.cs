using System.Diagnostics.Metrics;

namespace Jirani.Infrastructure.Payments;

/// <summary>What the way of money tells about itself. Labels are few and fixed words.</summary>
public sealed class PaymentTelemetry
{
    private readonly Counter<long> _heard;
    private readonly Counter<long> _started;
    private readonly Gauge<int> _differences;

    public PaymentTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create("Jirani");
        _heard = meter.CreateCounter<long>("jirani.payment.heard");
        _started = meter.CreateCounter<long>("jirani.payment.started");
        _differences = meter.CreateGauge<int>("jirani.ledger.differences");
    }

    /// <param name="outcome">One of <see cref="PaymentOutcome"/>.</param>
    internal void Heard(string outcome) => _heard.Add(1, new KeyValuePair<string, object?>("jirani.outcome", outcome));

    /// <param name="outcome">The kind of the outcome, such as <c>Started</c> or <c>Unknown</c>.</param>
    internal void Started(string outcome) => _started.Add(1, new KeyValuePair<string, object?>("jirani.outcome", outcome));

    /// <param name="accounts">Whose balance is not the sum of its entries.</param>
    internal void Differences(int accounts) => _differences.Record(accounts);
}
