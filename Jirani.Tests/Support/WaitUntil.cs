using System.Diagnostics;

namespace Jirani.Tests.Support;

/// <summary>Waiting for a condition with a deadline, for what gives no signal of its own (a row, a child process).</summary>
public static class WaitUntil
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    public static Task TrueAsync(string what, Func<Task<bool>> condition, CancellationToken cancellationToken) =>
        TrueAsync(what, condition, _patience, cancellationToken);

    /// <exception cref="TimeoutException">It did not come true in time; the message says what was waited for.</exception>
    public static async Task TrueAsync(string what, Func<Task<bool>> condition, TimeSpan patience, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(_pause);
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(begun) > patience)
            {
                throw new TimeoutException($"Not within {patience.TotalSeconds} s: {what}");
            }

            await pause.WaitForNextTickAsync(cancellationToken);
        }
    }
}
