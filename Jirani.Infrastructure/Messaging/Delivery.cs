using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>What one POST brought, and the answer it waits for.</summary>
/// <param name="storeId">The store whose address was called; null for the common address.</param>
internal sealed class Delivery(IReadOnlyList<WebhookItem> items, Guid? storeId)
{
    private readonly TaskCompletionSource _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<WebhookItem> Items => items;

    public Guid? StoreId => storeId;

    public Task Kept => _kept.Task;

    public void Complete() => _kept.TrySetResult();

    public void Fail(Exception error) => _kept.TrySetException(error);
}
