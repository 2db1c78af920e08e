using System.Collections.Concurrent;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// Sends what waits for one number, while this instance holds its lock: per customer one message at a time and in order,
/// several customers at once, within the number's and the pair's limits.
/// </summary>
internal sealed class ChannelSender(
    SendingChannel channel, NumberAllowance allowance, SendingLog log, SendingOutcomes outcomes, GraphClient graph, TimeProvider clock)
    : IDisposable
{
    private const int MostInFlight = 32;

    /// <summary>Kept for so long after the last message, so that a chat does not ask for the lock again and again.</summary>
    private static readonly TimeSpan _linger = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Added to the wait for the number's limit, so that one look finds several that may go.</summary>
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(10);

    /// <summary>What a stopping app gives a call that has begun; shorter than the host's own patience.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, Task> _inFlight = new();
    private readonly Signal _changed = new(clock);
    private readonly CancellationTokenSource _calls = new(Timeout.InfiniteTimeSpan, clock);
    private Guid _walkedTo = Guid.Empty;
    private bool _hasBegunInWalk;
    private volatile bool _isHalted;

    /// <summary>Something new waits to be sent.</summary>
    public void Wake() => _changed.Set();

    /// <param name="from">Nothing begins before.</param>
    /// <param name="isHeld">Whether this is still the channel's only sender.</param>
    /// <param name="stoppingToken">Ends it; what was begun is left to <see cref="FinishAsync"/>.</param>
    public async Task RunAsync(DateTimeOffset from, Func<Task<bool>> isHeld, CancellationToken stoppingToken)
    {
        await WaitUntilAsync(from, stoppingToken);
        var idleSince = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested && !_isHalted && await isHeld())
        {
            await RestAsync(stoppingToken);
            var pause = await BeginAsync(stoppingToken);
            if (pause == TimeSpan.Zero || !_inFlight.IsEmpty)
            {
                idleSince = clock.GetTimestamp();
            }

            if (clock.GetElapsedTime(idleSince) > _linger)
            {
                return;
            }

            await WaitAsync(pause, stoppingToken);
        }
    }

    /// <summary>What was begun is brought to its end: a call cut off leaves an unknown outcome. Only a stopping app cuts it off.</summary>
    public async Task FinishAsync(CancellationToken stoppingToken)
    {
        await using var stopping = stoppingToken.Register(() => _calls.CancelAfter(_grace));
        await Task.WhenAll(_inFlight.Values);
    }

    public void Dispose() => _calls.Dispose();

    /// <summary>While the number's limit lets nothing begin, no news changes that, and with a backlog each look would be dear.</summary>
    private async Task RestAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var rest = Until(allowance.NextStart(now), now);
        if (rest > TimeSpan.Zero)
        {
            await WaitUntilAsync(now + (rest < _betweenLooks ? rest + _breath : _betweenLooks), stoppingToken);
        }
    }

    /// <returns>How long nothing more can begin, unless something changes.</returns>
    private async Task<TimeSpan> BeginAsync(CancellationToken stoppingToken)
    {
        var room = MostInFlight - _inFlight.Count;
        if (room == 0)
        {
            return _betweenLooks;
        }

        var (candidates, now) = await log.CandidatesAsync(channel.StoreId, _walkedTo, room, stoppingToken);
        var (chosen, pause) = await ChooseAsync(candidates, now, stoppingToken);
        if (pause > TimeSpan.Zero)
        {
            return pause < _betweenLooks ? pause : _betweenLooks;
        }

        await ClaimAsync(chosen, stoppingToken);
        _walkedTo = candidates.Count < room ? Guid.Empty : candidates[^1].CustomerId;
        return _walkedTo == Guid.Empty && !EndWalk() ? _betweenLooks : TimeSpan.Zero;
    }

    /// <returns>Whether this walk past all waiting customers began anything; then the next one may as well.</returns>
    private bool EndWalk()
    {
        var hasBegun = _hasBegunInWalk;
        _hasBegunInWalk = false;
        return hasBegun;
    }

    private async Task ClaimAsync(List<SendCandidate> chosen, CancellationToken stoppingToken)
    {
        if (chosen.Count == 0)
        {
            return;
        }

        _hasBegunInWalk = true;
        foreach (var message in await log.ClaimAsync(channel.StoreId, chosen, stoppingToken))
        {
            allowance.Start();
            var isListed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _inFlight[message.CustomerId] = SendAsync(message, isListed.Task);
            isListed.SetResult();
        }
    }

    private async Task<(List<SendCandidate> Chosen, TimeSpan Pause)> ChooseAsync(
        List<SendCandidate> candidates, DateTimeOffset now, CancellationToken stoppingToken)
    {
        var chosen = new List<SendCandidate>();
        var later = new List<(long, DateTimeOffset)>();
        var room = allowance.Room(clock.GetUtcNow());
        foreach (var candidate in candidates.Where(candidate => candidate.IsDue && !_inFlight.ContainsKey(candidate.CustomerId)))
        {
            var pairAt = PairAllowance.NextStart(candidate.EarlierStarts, now);
            if (pairAt > now)
            {
                later.Add((candidate.Id, pairAt));
            }
            else if (room == 0)
            {
                return ([], UntilThereIsRoom());
            }
            else if (chosen.Count < room)
            {
                chosen.Add(candidate);
            }
        }

        await log.PostponeAsync(later, stoppingToken);
        return (chosen, TimeSpan.Zero);
    }

    private async Task SendAsync(OutgoingMessage message, Task isListed)
    {
        await isListed;
        try
        {
            var outcome = await graph.SendAsync(channel.Address(message), _calls.Token);
            _isHalted |= !await outcomes.RecordAsync(channel, message, outcome, CancellationToken.None);
        }
        finally
        {
            allowance.End(clock.GetUtcNow());
            _inFlight.TryRemove(message.CustomerId, out _);
            Wake();
        }
    }

    private async Task WaitAsync(TimeSpan time, CancellationToken stoppingToken)
    {
        if (time > TimeSpan.Zero)
        {
            await _changed.WaitAsync(time, stoppingToken);
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset from, CancellationToken stoppingToken)
    {
        while (Until(from, clock.GetUtcNow()) is var wait && wait > TimeSpan.Zero && !stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(wait, stoppingToken);
        }
    }

    // Never nothing: the candidates that were left must not count as looked at.
    private TimeSpan UntilThereIsRoom()
    {
        var now = clock.GetUtcNow();
        return Until(allowance.NextStart(now), now) + TimeSpan.FromMilliseconds(1);
    }

    private static TimeSpan Until(DateTimeOffset at, DateTimeOffset now) => at > now ? at - now : TimeSpan.Zero;
}
