using System.Collections.Concurrent;
using System.Security.Claims;
using Jirani.Web.Security;

namespace Jirani.Web.Components;

/// <summary>How many connections to circuits each caller has in this process. A circuit costs memory, so nobody may have any number.</summary>
public sealed class CircuitCount
{
    public const int MostOfACaller = 50;

    private readonly ConcurrentDictionary<string, int> _connections = new();

    public bool IsFullFor(string caller) => _connections.GetValueOrDefault(caller) >= MostOfACaller;

    /// <returns>False when the caller has as many as one may.</returns>
    public bool TryAdd(string caller)
    {
        if (_connections.AddOrUpdate(caller, 1, (_, count) => count + 1) <= MostOfACaller)
        {
            return true;
        }

        Remove(caller);
        return false;
    }

    public void Remove(string caller)
    {
        _connections.AddOrUpdate(caller, 0, (_, count) => count - 1);
        _connections.TryRemove(new KeyValuePair<string, int>(caller, 0));
    }

    /// <summary>The owner who is signed in, otherwise the address that asks: where the simulator runs, its players are nobody.</summary>
    public static string CallerOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? $"{CallerNetwork.Of(context)}";
}
