using System.Collections.Concurrent;

namespace Jirani.Web.Simulator.Graph;

/// <summary>When customers last wrote, as far as the simulator was told. Who is unknown is not held to the window.</summary>
public sealed class ServiceWindows(TimeProvider time)
{
    private const int MostCustomers = 10_000;

    private static readonly TimeSpan _length = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<(string Number, string Customer), DateTimeOffset> _lastMessages = [];

    public void Remember(string phoneNumberId, string customer, DateTimeOffset lastMessageAt)
    {
        if (_lastMessages.Count >= MostCustomers)
        {
            _lastMessages.Clear();
        }

        _lastMessages[(phoneNumberId, customer)] = lastMessageAt;
    }

    public bool IsClosed(string phoneNumberId, string customer) =>
        _lastMessages.TryGetValue((phoneNumberId, customer), out var lastMessageAt) && time.GetUtcNow() - lastMessageAt > _length;

    public void Clear() => _lastMessages.Clear();
}
