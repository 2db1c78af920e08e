namespace Jirani.Web.Live;

/// <summary>Every connection to the hub in this process, by its id.</summary>
internal sealed class DashboardListeners
{
    public const int MostOfAnOwner = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DashboardListener> _listeners = [];

    public IReadOnlyList<DashboardListener> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _listeners.Values];
            }
        }
    }

    /// <returns>False when its owner has as many connections as one may.</returns>
    public bool TryAdd(string connectionId, DashboardListener listener)
    {
        lock (_gate)
        {
            return _listeners.Values.Count(other => other.OwnerId == listener.OwnerId) < MostOfAnOwner && _listeners.TryAdd(connectionId, listener);
        }
    }

    /// <summary>Null when the connection is gone.</summary>
    public DashboardListener? Find(string connectionId)
    {
        lock (_gate)
        {
            return _listeners.GetValueOrDefault(connectionId);
        }
    }

    public void Remove(string connectionId)
    {
        DashboardListener? listener;
        lock (_gate)
        {
            _listeners.Remove(connectionId, out listener);
        }

        listener?.Dispose();
    }
}
