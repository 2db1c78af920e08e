using System.Diagnostics;

namespace Jirani.Web.Simulator.Graph;

/// <summary>What can happen to the shop's next reply at Meta.</summary>
public enum GraphTrouble
{
    RateLimit,
    ServerError,
    LostAnswer,
    ExpiredToken,
    ClosedWindow,
}

internal static class GraphTroubles
{
    /// <summary>Longer than the product waits for an answer.</summary>
    private const double Lost = 45;

    public static string Name(this GraphTrouble trouble) => trouble switch
    {
        GraphTrouble.RateLimit => "Too many at once (429)",
        GraphTrouble.ServerError => "Meta breaks down (500)",
        GraphTrouble.LostAnswer => "Taken, the answer is lost",
        GraphTrouble.ExpiredToken => "The token has expired",
        GraphTrouble.ClosedWindow => "The 24 hours are over",
        _ => throw new UnreachableException(),
    };

    public static ScriptedFault ToFault(this GraphTrouble trouble) => trouble switch
    {
        GraphTrouble.RateLimit => new ScriptedFault { Kind = FaultKind.Error, Status = 429, Code = 130429, RetryAfter = 3 },
        GraphTrouble.ServerError => new ScriptedFault { Kind = FaultKind.Html500 },
        GraphTrouble.LostAnswer => new ScriptedFault { Kind = FaultKind.Hang, Seconds = Lost, Accept = true },
        GraphTrouble.ExpiredToken => new ScriptedFault { Kind = FaultKind.Error, Status = 401, Code = 190 },
        GraphTrouble.ClosedWindow => new ScriptedFault { Kind = FaultKind.Error, Status = 400, Code = 131047 },
        _ => throw new UnreachableException(),
    };
}
