using Jirani.Domain.Payments;
using Jirani.Infrastructure.Orders;

namespace Jirani.Web.Storefront;

/// <summary>Everything that the pay page shows.</summary>
public sealed record PayVisit
{
    public required PublicOrder Order { get; init; }

    public required PayView View { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Number and network are asked for on the provider's own page instead of ours.</summary>
    public required bool AsksThePayer { get; init; }

    public required PayFields Fields { get; init; }

    /// <summary>Something is under way or failed, and whoever pays wants to begin anew with another number or network.</summary>
    public bool IsAnother { get; init; }

    /// <summary>What is wrong, by the name of the field; the empty name for what is about none.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    public bool ShowsForm => View.Step == PayStep.Before || ((IsAnother || Faults.Count > 0) && (View.CanBegin || View.CanReplace));

    /// <summary>The shop's country has no wallet that can be charged.</summary>
    public bool HasNoWay => !AsksThePayer && MobileNetworks.Of(Order.Country).Count == 0;

    /// <summary>The same number and network can be asked once more.</summary>
    public bool CanRepeat => AsksThePayer || View.Attempt is { Payer: not null, Network: not null };

    public string Address => $"/store/{Order.StoreSlug}/pay?order={Order.Id}";

    public string? Network => MobileNetworks.Find(Order.Country, View.Attempt?.Network)?.Name;
}
