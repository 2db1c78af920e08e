using System.Diagnostics;

namespace Jirani.Domain.Stores;

public static class StoreRoles
{
    /// <summary>The word that stands in the database.</summary>
    public static string ToText(this StoreRole role) => role switch
    {
        StoreRole.Owner => "owner",
        StoreRole.Manager => "manager",
        StoreRole.Agent => "agent",
        _ => throw new UnreachableException(),
    };

    public static StoreRole Parse(string text) => text switch
    {
        "owner" => StoreRole.Owner,
        "manager" => StoreRole.Manager,
        "agent" => StoreRole.Agent,
        _ => throw new FormatException("Not a role in a store."),
    };

    /// <summary>A store has one owner, and nobody becomes it by invitation or by a change of role.</summary>
    public static bool CanBeGiven(this StoreRole role) => role is StoreRole.Manager or StoreRole.Agent;

    public static string Explanation(this StoreRole role) => role switch
    {
        StoreRole.Owner => "Everything",
        StoreRole.Manager => "Everything but the WhatsApp channel, the team and payouts",
        StoreRole.Agent => "Reads and answers, sees products and orders",
        _ => throw new UnreachableException(),
    };
}
