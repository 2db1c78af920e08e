using System.Collections.Immutable;

namespace Jirani.Web.Simulator.Phone;

/// <summary>One customer's chat with one store, as it stands on the customer's phone.</summary>
public sealed class Chat(SimulatedStore store, Customer customer)
{
    private const int MostBubbles = 300;

    private readonly Lock _lock = new();
    private ImmutableList<Bubble> _bubbles = [];
    private string? _waitingFor;
    private int _watchers;

    /// <summary>Raised on any thread after anything in this chat has changed.</summary>
    public event Action? Changed;

    public SimulatedStore Store => store;

    public Customer Customer => customer;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Bubble> Bubbles => _bubbles;

    /// <summary>The shop has a message that it has not answered yet.</summary>
    public bool IsAwaitingAnswer => _waitingFor is not null;

    /// <summary>Somebody has this chat open.</summary>
    public bool IsWatched => Volatile.Read(ref _watchers) > 0;

    public void Watch(Action whenChanged)
    {
        Changed += whenChanged;
        Interlocked.Increment(ref _watchers);
    }

    public void Unwatch(Action whenChanged)
    {
        Changed -= whenChanged;
        Interlocked.Decrement(ref _watchers);
    }

    /// <summary>Adds a message; one from the shop ends the waiting.</summary>
    public void Add(Bubble bubble) => Change(() =>
    {
        _bubbles = (_bubbles.Count >= MostBubbles ? _bubbles.RemoveAt(0) : _bubbles).Add(bubble);
        _waitingFor = bubble.IsMine ? bubble.Id : null;
    });

    public void Mark(string id, Tick tick, string? fault = null) => Change(() =>
    {
        if (_bubbles.Find(bubble => bubble.Id == id) is { } bubble)
        {
            _bubbles = _bubbles.Replace(bubble, bubble with { Tick = tick, Fault = fault });
        }
    });

    /// <summary>The shop has read this message and what came before it.</summary>
    public void MarkReadUpTo(string id) => Change(() =>
    {
        var last = _bubbles.FindIndex(bubble => bubble.Id == id);
        _bubbles = [.. _bubbles.Select((bubble, index) =>
            index <= last && bubble.Tick == Tick.Delivered ? bubble with { Tick = Tick.Read } : bubble)];
    });

    /// <summary>Stops waiting, unless a newer message is waited for.</summary>
    public void GiveUpWaiting(string id) => Change(() => _waitingFor = _waitingFor == id ? null : _waitingFor);

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
        }

        Changed?.Invoke();
    }
}
