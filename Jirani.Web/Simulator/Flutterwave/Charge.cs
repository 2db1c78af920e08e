using System.Text.Json;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A charge that the emulated Flutterwave took on.</summary>
internal sealed record Charge
{
    private const decimal FeeRate = .029m;

    /// <summary><c>chg_…</c>; a number in version 3.</summary>
    public required string Id { get; init; }

    public required string Reference { get; init; }

    /// <summary>As asked for, in major units.</summary>
    public required decimal Amount { get; init; }

    public required MoneyCountry Country { get; init; }

    public required Payer Payer { get; init; }

    /// <summary>Null in version 3, until the payer's page is answered.</summary>
    public Wallet? Wallet { get; init; }

    public required JsonElement Meta { get; init; }

    public string? RedirectUrl { get; init; }

    /// <summary>Version 3: the payer is asked on a page, not on the phone.</summary>
    public bool IsHosted { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Scripted for this charge alone; null follows the switches.</summary>
    public PaymentFaults? Faults { get; init; }

    /// <summary>Null while the prompt waits.</summary>
    public PromptDecision? Decision { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What Flutterwave says was paid; differs from what was asked for only by a fault.</summary>
    public required decimal SaidAmount { get; init; }

    public required string SaidCurrency { get; init; }

    public bool IsPaid => Decision == PromptDecision.Approve;

    /// <summary>Known once the money is there, rounded as the currency is.</summary>
    public decimal Fee => IsPaid ? decimal.Round(SaidAmount * FeeRate, Country.Decimals, MidpointRounding.AwayFromZero) : 0;

    public string? Store => Meta.Text("store");

    public string? Order => Meta.Text("order");

    public bool IsSettled(DateTimeOffset now, TimeSpan after) => IsPaid && now >= EndedAt + after;
}
