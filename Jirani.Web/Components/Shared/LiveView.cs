using System.Threading.Channels;
using Jirani.Infrastructure.Live;
using Microsoft.AspNetCore.Components;
using Npgsql;

namespace Jirani.Web.Components.Shared;

/// <summary>A screen that re-reads its slice when its store changes: at once, then at most sixteen times a second, and each minute for its clocks.</summary>
public abstract partial class LiveView : ComponentBase, IDisposable
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _gone = new();
    private readonly ReadingPace _pace = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private (Guid StoreId, IDisposable Subscription)? _watched;

    protected LiveView() => Gone = _gone.Token;

    [Inject]
    public required LiveFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<LiveView> Logger { get; init; }

    /// <summary>Ends with the screen.</summary>
    protected CancellationToken Gone { get; }

    /// <summary>The last read failed; what is shown stays, and is tried again.</summary>
    protected bool IsStale { get; private set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
        _watched?.Subscription.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>To be called before the first read, with a store that was found under the owner's own rights.</summary>
    /// <returns>True where nothing was heard of this store before: what was read already may be old.</returns>
    protected bool Watch(Guid storeId)
    {
        if (_watched?.StoreId == storeId)
        {
            return false;
        }

        var isFirst = _watched is null;
        _watched?.Subscription.Dispose();
        _watched = (storeId, Feed.Subscribe(storeId, change => Wake(Concerns(change))));
        if (isFirst)
        {
            _ = FollowAsync(Gone);
        }

        return true;
    }

    protected abstract bool Concerns(StoreChange change);

    protected abstract Task ReadAsync(CancellationToken cancellationToken);

    /// <summary>Reads again, one read after the other: of two at once the older could be shown last, and stay.</summary>
    protected async Task RefreshAsync()
    {
        try
        {
            await _turn.WaitAsync(Gone);
        }
        catch (OperationCanceledException)
        {
            return;   // the screen is gone
        }

        try
        {
            await ReadAsync(Gone);
            IsStale = false;
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            LogStale(Logger, GetType().Name, error.GetType().Name, (error as PostgresException)?.SqlState);
            IsStale = true;
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _turn.Release();
        }

        StateHasChanged();
    }

    private void Wake(bool isNews)
    {
        if (isNews)
        {
            _wakes.Writer.TryWrite(true);
        }
    }

    private async Task FollowAsync(CancellationToken gone)
    {
        try
        {
            await using var clock = Clock.CreateTimer(_ => Wake(true), null, _minute, _minute);
            await foreach (var _ in _wakes.Reader.ReadAllAsync(gone))
            {
                var since = Clock.GetTimestamp();
                await InvokeAsync(RefreshAsync);
                await Task.Delay(_pace.RestAfter(Clock.GetElapsedTime(since)), Clock, gone);
            }
        }
        catch (OperationCanceledException)
        {
            // The screen is gone.
        }
        catch (Exception error)
        {
            // Nobody awaits this loop: only so does the region's error boundary hear of it.
            await DispatchExceptionAsync(error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The screen {Screen} could not read, and shows what it has: {Error} {SqlState}")]
    private static partial void LogStale(ILogger logger, string screen, string error, string? sqlState);
}
