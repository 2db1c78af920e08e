using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Which statuses an accepted message will have, and when.</summary>
internal sealed class StatusPlan(IOptions<SimulatorOptions> options)
{
    /// <param name="fault">Null plans sent, delivered and read.</param>
    /// <param name="isWatched">Somebody has this chat open: it is read as soon as it arrives.</param>
    public IReadOnlyList<StatusNotice> For(AcceptedCall call, ScriptedFault? fault, bool isWatched)
    {
        if (fault is { Kind: FaultKind.NoStatuses })
        {
            return [];
        }

        if (fault is { Kind: FaultKind.Statuses })
        {
            return [.. fault.Statuses.Select((status, turn) => new StatusNotice(call, status, call.At.AddMilliseconds(turn))
            {
                ErrorCode = status == "failed" ? fault.Code : null,
            })];
        }

        var delivered = call.At + options.Value.DeliveredAfter;
        var read = isWatched ? delivered : call.At + options.Value.ReadAfter;
        return [new(call, "sent", call.At), new(call, "delivered", delivered), new(call, "read", read)];
    }
}
