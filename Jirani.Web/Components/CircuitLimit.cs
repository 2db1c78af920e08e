using Microsoft.AspNetCore.SignalR;

namespace Jirani.Web.Components;

/// <summary>Counts the connections to circuits, and closes the one too many before anything is drawn on it.</summary>
internal sealed class CircuitLimit(CircuitCount count) : IHubFilter
{
    /// <summary>Marks a connection that was counted, since one that was refused is disconnected too.</summary>
    private static readonly object _counted = new();

    /// <exception cref="HubException">The caller has too many.</exception>
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.GetHttpContext() is { } request)
        {
            if (!count.TryAdd(request))
            {
                throw new HubException("Too many screens are open.");
            }

            context.Context.Items[_counted] = true;
        }

        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.Remove(_counted) && context.Context.GetHttpContext() is { } request)
        {
            count.Remove(request);
        }

        return next(context, exception);
    }
}
