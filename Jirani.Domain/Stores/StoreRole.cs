namespace Jirani.Domain.Stores;

/// <summary>What somebody may do in a store; what each may is decided in the database (permitted).</summary>
public enum StoreRole
{
    /// <summary>Everything. There is always one, who is never removed.</summary>
    Owner,

    /// <summary>Everything but the channel, the team and money.</summary>
    Manager,

    /// <summary>Reads and answers.</summary>
    Agent,
}
