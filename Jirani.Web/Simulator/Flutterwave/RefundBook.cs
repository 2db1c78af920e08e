using System.Runtime.InteropServices;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The refunds of this process, and how much of each charge they took.</summary>
internal sealed class RefundBook
{
    private const int MostRefunds = 50_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Refund> _refunds = [];
    private readonly Dictionary<string, decimal> _taken = [];

    public IReadOnlyList<Refund> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _refunds.Values];
            }
        }
    }

    public Refund? Find(string id)
    {
        lock (_lock)
        {
            return _refunds.GetValueOrDefault(id);
        }
    }

    /// <returns>Null when it was added.</returns>
    public FlutterwaveRefusal? TryAdd(Refund refund)
    {
        lock (_lock)
        {
            ref var taken = ref CollectionsMarshal.GetValueRefOrAddDefault(_taken, refund.Charge.Id, out _);
            if (taken >= refund.Charge.SaidAmount)
            {
                return FlutterwaveRefusal.RefundedAlready;
            }

            if (taken + refund.Amount > refund.Charge.SaidAmount)
            {
                return FlutterwaveRefusal.RefundTooMuch;
            }

            taken += refund.IsFailing ? 0 : refund.Amount;
            if (_refunds.Count < MostRefunds)
            {
                _refunds[refund.Id] = refund;
            }

            return null;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _refunds.Clear();
            _taken.Clear();
        }
    }
}
