namespace Jirani.Infrastructure.Stores;

public abstract record StoreOpeningOutcome
{
    private StoreOpeningOutcome()
    {
    }

    /// <param name="StoreId">The new store.</param>
    /// <param name="IsNewOwner">False where somebody with this address signs in already: their password stays as it is.</param>
    public sealed record Opened(Guid StoreId, bool IsNewOwner) : StoreOpeningOutcome;

    /// <summary>A store has this slug; nothing was changed.</summary>
    public sealed record SlugTaken : StoreOpeningOutcome;

    /// <param name="Faults">Everything that is wrong, a sentence each; nothing was changed.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : StoreOpeningOutcome;
}
