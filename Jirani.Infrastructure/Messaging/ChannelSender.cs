using System.Collections.Concurrent;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>
/// Sends what waits for one number, while this instance holds its lock: per customer one message at a time and in order,
/// several customers at once, within the number's and the pair's limits.
/// </summary>
internal sealed class ChannelSender(
    SendingChannel channel, SenderLock held, NumberAllowance allowance, SendingLog log, SendingOutcomes outcomes, GraphClient graph, TimeProvider clock)
{
    private const int MostInFlight = 32;

    /// <summary>Kept for so long after the last message, so that a chat does not ask for the lock again and again.</summary>
    private static readonly TimeSpan _linger = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Added to the wait for the number's limit, so that one look finds several that may go.</summary>
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<Guid, Task> _inFlight = new();
    private readonly Signal _changed = new(clock);
    private Guid _walkedTo = Guid.Empty;
    private bool _isWalkFruitful;
    private volatile bool _isHalted;

    /// <summary>Something new waits to be sent.</summary>
    public void Wake() => _changed.Set();

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        var idleSince = clock.GetTimestamp();
        await WaitAsync(Until(held.From, clock.GetUtcNow()), stoppingToken);
        while (!stoppingToken.IsCancellationRequested && held.IsHeld && !_isHalted)
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

    /// <summary>What was begun is brought to its end: a call cut off would leave an unknown outcome.</summary>
    public Task FinishAsync() => Task.WhenAll(_inFlight.Values);

    /// <summary>While the number's limit lets nothing begin, no news can change that, and no look is worth its cost.</summary>
    private async Task RestAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var rest = Until(allowance.NextStart(now), now);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(Shorter(rest + _breath, _betweenLooks), clock, stoppingToken);
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
        if (chosen.Count > 0)
        {
            foreach (var message in await log.ClaimAsync(channel.StoreId, chosen, stoppingToken))
            {
                _inFlight[message.CustomerId] = SendAsync(message);
            }
        }

        var isOver = Walk(candidates, room, chosen.Count > 0);
        return pause > TimeSpan.Zero || isOver ? Shorter(pause, _betweenLooks) : TimeSpan.Zero;
    }

    /// <returns>True at the end of a walk over all customers that found nothing to begin: the next one can wait.</returns>
    private bool Walk(List<SendCandidate> candidates, int room, bool isFruitful)
    {
        _isWalkFruitful |= isFruitful;
        if (candidates.Count == room)
        {
            _walkedTo = candidates[^1].CustomerId;
            return false;
        }

        var isOver = !_isWalkFruitful;
        (_walkedTo, _isWalkFruitful) = (Guid.Empty, false);
        return isOver;
    }

    private async Task<(List<SendCandidate> Chosen, TimeSpan Pause)> ChooseAsync(
        List<SendCandidate> candidates, DateTimeOffset now, CancellationToken stoppingToken)
    {
        var chosen = new List<SendCandidate>();
        var later = new List<(long, DateTimeOffset)>();
        var pause = TimeSpan.Zero;
        foreach (var candidate in candidates.Where(candidate => candidate.IsDue && !_inFlight.ContainsKey(candidate.CustomerId)))
        {
            var pairAt = PairAllowance.NextStart(candidate.EarlierStarts, now);
            if (pairAt > now)
            {
                later.Add((candidate.Id, pairAt));
            }
            else if (allowance.TryTake(clock.GetUtcNow(), out var askAgainAt))
            {
                chosen.Add(candidate);
            }
            else
            {
                pause = Until(askAgainAt, clock.GetUtcNow());
                break;
            }
        }

        await log.PostponeAsync(later, stoppingToken);
        return (chosen, pause);
    }

    private async Task SendAsync(OutgoingMessage message)
    {
        await Task.Yield();
        try
        {
            var outcome = await graph.SendAsync(Address(message), CancellationToken.None);
            _isHalted |= !await outcomes.RecordAsync(channel, message, outcome, CancellationToken.None);
        }
        finally
        {
            _inFlight.TryRemove(message.CustomerId, out _);
            Wake();
        }
    }

    private GraphMessage Address(OutgoingMessage message) => new()
    {
        PhoneNumberId = channel.PhoneNumberId,
        AccessToken = channel.AccessToken,
        Phone = message.Phone,
        UserId = message.UserId,
        LogId = message.Id,
        Payload = message.Payload,
    };

    private async Task WaitAsync(TimeSpan time, CancellationToken stoppingToken)
    {
        if (time > TimeSpan.Zero)
        {
            await _changed.WaitAsync(time, stoppingToken);
        }
    }

    private static TimeSpan Until(DateTimeOffset at, DateTimeOffset now) => at > now ? at - now : TimeSpan.Zero;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one > TimeSpan.Zero && one < other ? one : other;
}
