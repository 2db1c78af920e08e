using Jirani.Infrastructure.Live;

namespace Jirani.Tests.Live;

public sealed class SharedReadsTests
{
    private readonly SharedReads _shared = new();
    private readonly List<TaskCompletionSource<int>> _reads = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_while_a_read_runs_shares_the_next_one()
    {
        var first = await AskAsync("list", 1);
        var others = Enumerable.Range(0, 20).Select(_ => Ask("list")).ToList();
        _reads[0].SetResult(1);
        Assert.Equal(1, await first);

        await BegunAsync(2);
        _reads[1].SetResult(2);

        Assert.All(await Task.WhenAll(others), read => Assert.Equal(2, read));
        Assert.Equal(2, _reads.Count);
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

        await BegunAsync(2);
        _reads[1].SetResult(2);

        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task Whoever_leaves_takes_nothing_from_the_others()
    {
        using var leaving = new CancellationTokenSource();
        await AskAsync("list", 1);
        var impatient = _shared.ReadAsync("list", ReadAsync, leaving.Token);
        var patient = Ask("list");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        _reads[0].SetResult(1);
        await BegunAsync(2);
        _reads[1].SetResult(2);

        Assert.Equal(2, await patient);
    }

    private async Task<Task<int>> AskAsync(string key, int begun)
    {
        var asked = Ask(key);
        await BegunAsync(begun);
        return asked;
    }

    private Task<int> Ask(string key) => _shared.ReadAsync(key, ReadAsync, Cancel);

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
