namespace Jirani.Web.Live;

/// <summary>What a client of the hub /hubs/dashboard is told. The names of these methods are the names on the wire.</summary>
public interface IDashboardClient
{
    /// <summary>
    /// Something changed in stores this connection subscribed to; what it is now the client reads for itself. Told at once, then at
    /// most five times a second: what changes meanwhile is gathered, each subject once, in no order.
    /// </summary>
    Task Changed(IReadOnlyList<HeardChange> changes);

    /// <summary>The caller is no longer a member of this store: nothing more of it will be told.</summary>
    Task SubscriptionEnded(Guid storeId);
}
