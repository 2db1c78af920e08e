using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// What the way of a message tells about itself, by the names of OpenTelemetry's messaging conventions. Labels are few and
/// fixed words: never a phone, an order or a store.
/// </summary>
public sealed class MessagingTelemetry
{
    private static readonly ActivitySource _spans = new("Jirani");

    private readonly Counter<long> _kept;
    private readonly Counter<long> _answered;
    private readonly Counter<long> _setAside;
    private readonly Counter<long> _sent;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _duration;

    public MessagingTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create("Jirani");
        _kept = meter.CreateCounter<long>("messaging.client.consumed.messages");
        _answered = meter.CreateCounter<long>("jirani.answering.messages");
        _setAside = meter.CreateCounter<long>("jirani.answering.set_aside");
        _sent = meter.CreateCounter<long>("messaging.client.sent.messages");
        _batch = meter.CreateHistogram<int>("messaging.batch.message_count");
        _duration = meter.CreateHistogram<double>("messaging.process.duration", unit: "s");
    }

    /// <summary>One batch of a step; dispose it when the batch is committed.</summary>
    /// <param name="step"><c>receive</c>, <c>process</c> or <c>send</c>.</param>
    /// <param name="messages">How many items or conversations the batch holds.</param>
    internal Step Begin(string step, int messages)
    {
        _batch.Record(messages, new KeyValuePair<string, object?>("messaging.operation.name", step));
        var span = _spans.StartActivity($"{step} whatsapp", step == "send" ? ActivityKind.Client : ActivityKind.Consumer);
        span?.SetTag("messaging.system", "whatsapp").SetTag("messaging.batch.message_count", messages);
        return new Step(_duration, step, span);
    }

    internal void Kept(int items) => _kept.Add(items);

    internal void Answered(int messages) => _answered.Add(messages);

    internal void SetAside() => _setAside.Add(1);

    /// <param name="outcome">The kind of the outcome, such as <c>Accepted</c> or <c>Unknown</c>.</param>
    internal void Sent(string outcome) => _sent.Add(1, new KeyValuePair<string, object?>("jirani.outcome", outcome));

    internal readonly struct Step(Histogram<double> duration, string step, Activity? span) : IDisposable
    {
        private readonly long _begun = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            duration.Record(Stopwatch.GetElapsedTime(_begun).TotalSeconds, new KeyValuePair<string, object?>("messaging.operation.name", step));
            span?.Dispose();
        }
    }
}
