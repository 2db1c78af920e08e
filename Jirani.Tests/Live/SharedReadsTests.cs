using Jirani.Infrastructure.Live;

namespace Jirani.Tests.Live;

public sealed class SharedReadsTests
{
    private static readonly Guid _store = Guid.NewGuid();
    private readonly LiveFeed _feed = new();
    private readonly SharedReads _shared;
    private readonly List<TaskCompletionSource<int>> _reads = [];

    public SharedReadsTests() => _shared = new SharedReads(_feed);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_the_same_while_nothing_changed_shares_the_read_that_runs()
    {
        var first = await AskAsync("list", 1);
        var others = Enumerable.Range(0, 20).Select(_ => Ask("list")).ToList();
        _reads[0].SetResult(1);

        Assert.Equal(1, await first);
        Assert.All(await Task.WhenAll(others), read => Assert.Equal(1, read));
        Assert.Single(_reads);
    }

    [Fact]
    public async Task Whoever_heard_of_a_change_reads_what_it_changed()
    {
        var before = await AskAsync("list", 1);
        Change(_store);
        var after = await AskAsync("list", 2);
        _reads[1].SetResult(2);

        Assert.Equal(2, await after);
        Assert.False(before.IsCompleted);
    }

    [Fact]
    public async Task A_change_of_another_store_is_no_reason_to_read_again()
    {
        await AskAsync("list", 1);
        Change(Guid.NewGuid());
        var second = Ask("list");
        _reads[0].SetResult(1);

        Assert.Equal(1, await second);
    }

    [Fact]
    public async Task What_was_read_is_not_kept()
    {
        var first = await AskAsync("list", 1);
        _reads[0].SetResult(1);
        Assert.Equal(1, await first);
        var second = await AskAsync("list", 2);
        _reads[1].SetResult(2);

        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task Another_question_has_a_read_of_its_own()
    {
        var list = await AskAsync("list", 1);
        var count = await AskAsync("count", 2);
        _reads[1].SetResult(7);

        Assert.Equal(7, await count);
        Assert.False(list.IsCompleted);
    }

    [Fact]
    public async Task A_read_that_fails_fails_for_those_who_shared_it_and_the_next_one_is_read()
    {
        var first = await AskAsync("list", 1);
        var second = Ask("list");
        _reads[0].SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);

        var third = await AskAsync("list", 2);
        _reads[1].SetResult(2);

        Assert.Equal(2, await third);
    }

    [Fact]
    public async Task Whoever_leaves_takes_nothing_from_the_others()
    {
        using var leaving = new CancellationTokenSource();
        var patient = await AskAsync("list", 1);
        var impatient = _shared.ReadAsync(_store, "list", ReadAsync, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        _reads[0].SetResult(1);

        Assert.Equal(1, await patient);
    }

    private void Change(Guid storeId) => _feed.Deliver(new StoreChange(storeId, ChangeKind.Conversation, Guid.NewGuid()));

    private async Task<Task<int>> AskAsync(string key, int begun)
    {
        var asked = Ask(key);
        await BegunAsync(begun);
        return asked;
    }

    private Task<int> Ask(string key) => _shared.ReadAsync(_store, key, ReadAsync, Cancel);

    private Task<int> ReadAsync()
    {
        var read = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_reads)
        {
            _reads.Add(read);
        }

        return read.Task;
    }

    private Task BegunAsync(int reads) => Support.WaitUntil.TrueAsync($"{reads} reads have begun", () =>
    {
        lock (_reads)
        {
            return Task.FromResult(_reads.Count == reads);
        }
    }, Cancel);
}
