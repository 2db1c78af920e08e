namespace Jirani.Infrastructure.Messaging;

/// <summary>Says that something changed to the one who waits for it; said before anybody waits, it is not lost.</summary>
internal sealed class Signal(TimeProvider clock)
{
    private volatile TaskCompletionSource _set = New();

    public void Set() => _set.TrySetResult();

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var set = _set;
        if (await Task.WhenAny(set.Task, Task.Delay(atMost, clock, cancellationToken)) == set.Task)
        {
            _set = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
