namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The charges of this process, by id and by reference; the oldest are forgotten.</summary>
internal sealed class ChargeBook
{
    private const int MostCharges = 50_000;

    private readonly Lock _lock = new();
    private readonly Queue<Charge> _order = [];
    private readonly Dictionary<string, Charge> _byId = [];
    private readonly Dictionary<string, string> _idByReference = [];
    private readonly Dictionary<string, Charge> _waiting = [];

    /// <summary>Raised on any thread after a charge has come or changed.</summary>
    public event Action? Changed;

    /// <summary>Also those no longer kept.</summary>
    public long AcceptedTotal { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Charge> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _order.Select(charge => _byId[charge.Id])];
            }
        }
    }

    /// <summary>Whose prompt is on a phone now, oldest first.</summary>
    public IReadOnlyList<Charge> Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _waiting.Values.OrderBy(charge => charge.CreatedAt)];
            }
        }
    }

    public Charge? Find(string id)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    public Charge? FindByReference(string reference)
    {
        lock (_lock)
        {
            return _idByReference.TryGetValue(reference, out var id) ? _byId[id] : null;
        }
    }

    /// <returns>False when the reference was used before.</returns>
    public bool TryAdd(Charge charge)
    {
        lock (_lock)
        {
            if (!_idByReference.TryAdd(charge.Reference, charge.Id))
            {
                return false;
            }

            if (_order.Count == MostCharges)
            {
                Forget(_order.Dequeue());
            }

            _order.Enqueue(charge);
            AcceptedTotal++;
            Put(charge);
        }

        Changed?.Invoke();
        return true;
    }

    /// <param name="id">The charge's.</param>
    /// <param name="change">Null leaves it as it is.</param>
    /// <returns>The changed charge; null when there is none or nothing changed.</returns>
    public Charge? Change(string id, Func<Charge, Charge?> change)
    {
        Charge? changed;
        lock (_lock)
        {
            changed = _byId.TryGetValue(id, out var charge) ? change(charge) : null;
            if (changed is not null)
            {
                Put(changed);
            }
        }

        if (changed is not null)
        {
            Changed?.Invoke();
        }

        return changed;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _order.Clear();
            _byId.Clear();
            _idByReference.Clear();
            _waiting.Clear();
            AcceptedTotal = 0;
        }

        Changed?.Invoke();
    }

    private void Put(Charge charge)
    {
        _byId[charge.Id] = charge;
        if (charge.Decision is null && !charge.IsHosted)
        {
            _waiting[charge.Id] = charge;
        }
        else
        {
            _waiting.Remove(charge.Id);
        }
    }

    private void Forget(Charge charge)
    {
        _byId.Remove(charge.Id);
        _idByReference.Remove(charge.Reference);
        _waiting.Remove(charge.Id);
    }
}
