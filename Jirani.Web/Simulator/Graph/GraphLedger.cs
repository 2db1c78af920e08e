using System.Runtime.InteropServices;

namespace Jirani.Web.Simulator.Graph;

/// <summary>What the emulated Graph accepted and refused, so that a test can prove nothing went out twice.</summary>
internal sealed class GraphLedger
{
    private const int MostEntries = 10_000;
    private const int MostListedTwice = 100;

    private readonly Lock _lock = new();
    private readonly Queue<LedgerEntry> _accepted = [];
    private readonly Dictionary<string, SeenCallbacks> _seen = [];
    private readonly List<string> _twice = [];
    private readonly Dictionary<int, long> _refused = [];
    private long _acceptedTotal;
    private long _twiceTotal;

    public void Accepted(AcceptedCall call)
    {
        var message = call.Message;
        var entry = new LedgerEntry(
            call.Id, call.Store.PhoneNumberId, message.Recipient.Phone, message.Recipient.UserId, message.CallbackData,
            message.Type, message.Text, call.At);
        lock (_lock)
        {
            _acceptedTotal++;
            if (_accepted.Count == MostEntries)
            {
                _accepted.Dequeue();
            }

            _accepted.Enqueue(entry);
            CountRepeat(entry);
        }
    }

    public void Refused(int code)
    {
        lock (_lock)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_refused, code, out _)++;
        }
    }

    /// <param name="phoneNumberId">Null lists every number.</param>
    /// <param name="to">A phone or user id; null lists everybody.</param>
    public LedgerView Read(string? phoneNumberId, string? to)
    {
        lock (_lock)
        {
            return new LedgerView
            {
                Accepted = [.. _accepted.Where(entry =>
                    (phoneNumberId ?? entry.PhoneNumberId) == entry.PhoneNumberId && (to is null || to == entry.To || to == entry.Recipient))],
                AcceptedTotal = _acceptedTotal,
                AcceptedTwice = [.. _twice],
                AcceptedTwiceTotal = _twiceTotal,
                Refused = new SortedDictionary<int, long>(_refused),
                RefusedTotal = _refused.Values.Sum(),
            };
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _accepted.Clear();
            _seen.Clear();
            _twice.Clear();
            _refused.Clear();
            _acceptedTotal = 0;
            _twiceTotal = 0;
        }
    }

    private void CountRepeat(LedgerEntry entry)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, entry.PhoneNumberId, out _);
        seen ??= new SeenCallbacks();
        if (entry.CallbackData is not { } callback || seen.Add(callback))
        {
            return;
        }

        _twiceTotal++;
        if (_twice.Count < MostListedTwice)
        {
            _twice.Add(callback);
        }
    }
}
