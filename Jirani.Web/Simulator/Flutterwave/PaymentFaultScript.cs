namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The switches that stay until switched off, and before them the faults that wait for the next charges.</summary>
internal sealed class PaymentFaultScript
{
    private const int MostWaiting = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<PaymentFaults> _waiting = [];
    private PaymentFaults _standing = PaymentFaults.None;

    /// <summary>Raised on any thread after a switch was moved.</summary>
    public event Action? Changed;

    public PaymentFaults Standing
    {
        get => _standing;
        set
        {
            _standing = value;
            Changed?.Invoke();
        }
    }

    public void Add(IEnumerable<PaymentFaults> next)
    {
        lock (_lock)
        {
            var faults = next.SelectMany(fault => Enumerable.Repeat(fault, Math.Clamp(fault.Times, 0, MostWaiting)));
            foreach (var fault in faults.Take(MostWaiting - _waiting.Count))
            {
                _waiting.Enqueue(fault);
            }
        }
    }

    /// <summary>Null leaves the charge to the switches, as they stand whenever they matter.</summary>
    public PaymentFaults? Next()
    {
        lock (_lock)
        {
            return _waiting.TryDequeue(out var fault) ? fault : null;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }

        Standing = PaymentFaults.None;
    }
}
