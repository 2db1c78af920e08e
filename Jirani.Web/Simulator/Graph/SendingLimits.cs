using System.Runtime.InteropServices;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Meta's limits: messages a second for one number, and for one number and one person.</summary>
internal sealed class SendingLimits(TimeProvider time)
{
    private const int PerSecond = 80;
    private const int PairBurst = 45;
    private const int MostPairs = 20_000;

    private static readonly long _pairPace = TimeSpan.FromSeconds(6).Ticks;

    // A tenth less than the second, so that a sender who keeps to 80 is not punished for the jitter of the way here.
    private static readonly long _second = TimeSpan.FromMilliseconds(900).Ticks;

    // The same forgiveness for one who sends exactly every six seconds.
    private static readonly long _grace = TimeSpan.FromMilliseconds(500).Ticks;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<long>> _numbers = [];
    private readonly Dictionary<(string Number, string Person), long> _paidUntil = [];

    /// <summary>Takes one message's share of both limits, or of neither.</summary>
    public GraphRefusal? Take(string phoneNumberId, string person)
    {
        var now = time.GetUtcNow().Ticks;
        lock (_lock)
        {
            var starts = StartsOf(phoneNumberId);
            if (starts.Count == PerSecond && now - starts.Peek() < _second)
            {
                return GraphRefusal.NumberLimited;
            }

            if (!TakePair((phoneNumberId, person), now))
            {
                return GraphRefusal.PairLimited;
            }

            if (starts.Count == PerSecond)
            {
                starts.Dequeue();
            }

            starts.Enqueue(now);
            return null;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _numbers.Clear();
            _paidUntil.Clear();
        }
    }

    private Queue<long> StartsOf(string phoneNumberId)
    {
        ref var starts = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, phoneNumberId, out _);
        return starts ??= new Queue<long>(PerSecond);
    }

    private bool TakePair((string Number, string Person) pair, long now)
    {
        if (_paidUntil.Count >= MostPairs)
        {
            ForgetRested(now);
        }

        var paidUntil = Math.Max(_paidUntil.GetValueOrDefault(pair), now);
        if (paidUntil - now > ((PairBurst - 1) * _pairPace) + _grace)
        {
            return false;
        }

        _paidUntil[pair] = paidUntil + _pairPace;
        return true;
    }

    private void ForgetRested(long now)
    {
        foreach (var (pair, paidUntil) in _paidUntil)
        {
            if (paidUntil <= now)
            {
                _paidUntil.Remove(pair);
            }
        }

        // A busy bench leaves nobody rested: starting afresh is kinder than growing without end.
        if (_paidUntil.Count >= MostPairs)
        {
            _paidUntil.Clear();
        }
    }
}
