using System.Collections.Concurrent;
using Jirani.Tests.Identity;
using Jirani.Tests.Support;
using Jirani.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace Jirani.Tests.Live;

/// <summary>A program of an owner that listens to the hub with the cookies of their sign-in.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private readonly TaskCompletionSource<Exception?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubClient(JiraniApp app, OwnerClient owner)
    {
        Connection = new HubConnectionBuilder()
            .WithUrl(new Uri(app.Site, "/hubs/dashboard"), options => options.Cookies.Add(owner.Cookies))
            .Build();
        Connection.On<IReadOnlyList<HeardChange>>("Changed", changes => Array.ForEach([.. changes], Heard.Enqueue));
        Connection.On<Guid>("SubscriptionEnded", Ended.Enqueue);
        Connection.Closed += error =>
        {
            _closed.TrySetResult(error);
            return Task.CompletedTask;
        };
    }

    public HubConnection Connection { get; }

    public ConcurrentQueue<HeardChange> Heard { get; } = [];

    public ConcurrentQueue<Guid> Ended { get; } = [];

    /// <summary>Completes when the connection is over.</summary>
    public Task<Exception?> Closed => _closed.Task.WaitAsync(TimeSpan.FromSeconds(15));

    public bool IsOpen => Connection.State == HubConnectionState.Connected;

    public static async Task<HubClient> ConnectAsync(JiraniApp app, OwnerClient owner, CancellationToken cancellationToken)
    {
        var client = new HubClient(app, owner);
        await client.Connection.StartAsync(cancellationToken);
        return client;
    }

    public Task SubscribeAsync(Guid storeId, CancellationToken cancellationToken) => Connection.InvokeAsync("Subscribe", storeId, cancellationToken);

    public Task HearsAsync(Func<HeardChange, bool> what, CancellationToken cancellationToken) =>
        WaitUntil.TrueAsync("the change is heard", () => Task.FromResult(Heard.Any(what)), cancellationToken);

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
