using Jirani.Tests.Support;
using Jirani.Web.Live;

namespace Jirani.Tests.Live;

/// <summary>Takes its first message and reads no further until it is told to.</summary>
internal sealed class SlowClient : IDashboardClient
{
    private readonly TaskCompletionSource _reads = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<IReadOnlyList<HeardChange>> Told { get; } = [];

    public Task Changed(IReadOnlyList<HeardChange> changes)
    {
        Told.Add(changes);
        return _reads.Task;
    }

    public Task SubscriptionEnded(Guid storeId) => _reads.Task;

    public void Read() => _reads.SetResult();

    public Task IsToldAsync(int count) =>
        WaitUntil.TrueAsync("it is told", () => Task.FromResult(Told.Count == count), TestContext.Current.CancellationToken);
}
