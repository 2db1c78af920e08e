using Jirani.Infrastructure.Live;

namespace Jirani.Web.Live;

/// <summary>
/// What one connection has yet to be told, each thing once. However slow its client it stays small: beyond <see cref="MostSubjects"/>
/// the subjects of one kind in one store become a single change without a subject.
/// </summary>
internal sealed class PendingChanges
{
    public const int MostSubjects = 200;

    private readonly Lock _gate = new();
    private readonly HashSet<StoreChange> _changes = [];
    private readonly HashSet<Guid> _ended = [];

    public void Add(StoreChange change)
    {
        var many = change with { Id = Guid.Empty };
        lock (_gate)
        {
            if (_changes.Contains(many))
            {
                return;
            }

            if (_changes.Count < MostSubjects || _changes.Contains(change))
            {
                _changes.Add(change);
                return;
            }

            _changes.RemoveWhere(other => other.StoreId == change.StoreId && other.Kind == change.Kind);
            _changes.Add(many);
        }
    }

    /// <summary>What is not told yet of this store never will be.</summary>
    /// <param name="storeId">The store.</param>
    /// <param name="isToBeTold">Whether the client hears that it ended; false takes back that it will.</param>
    public void Drop(Guid storeId, bool isToBeTold)
    {
        lock (_gate)
        {
            _changes.RemoveWhere(change => change.StoreId == storeId);
            if (isToBeTold)
            {
                _ended.Add(storeId);
            }
            else
            {
                _ended.Remove(storeId);
            }
        }
    }

    public PendingNews Take()
    {
        lock (_gate)
        {
            var news = new PendingNews([.. _ended], [.. _changes.Select(HeardChange.Of)]);
            _ended.Clear();
            _changes.Clear();
            return news;
        }
    }
}
