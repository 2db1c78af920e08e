using Microsoft.AspNetCore.SignalR;

namespace Jirani.Web.Components;

/// <summary>Counts the connections to circuits, and closes the one too many before anything is drawn on it.</summary>
internal sealed class CircuitLimit(CircuitCount count) : IHubFilter
{
    /// <summary>Keeps for whom a connection was counted: one that was refused is disconnected too, and its request is over by then.</summary>
    private static readonly object _counted = new();

    /// <exception cref="HubException">The caller has too many.</exception>
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.GetHttpContext() is { } request)
        {
            var caller = CircuitCount.CallerOf(request);
            if (!count.TryAdd(caller))
            {
                throw new HubException("Too many screens are open.");
            }

            context.Context.Items[_counted] = caller;
        }

        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.Remove(_counted, out var caller))
        {
            count.Remove((string)caller!);
        }

        return next(context, exception);
    }
}
