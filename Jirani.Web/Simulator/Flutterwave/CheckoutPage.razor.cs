using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Where version 3 sends the payer.</summary>
public sealed partial class CheckoutPage(MoneyLine money)
{
    private HostedPrompt? _prompt;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    private static IReadOnlyList<(PromptDecision Decision, string Words, string Look)> Choices { get; } =
    [
        (PromptDecision.Approve, "Approve", "main"),
        (PromptDecision.Cancel, "Cancel", "other"),
        (PromptDecision.WrongPin, "Wrong PIN", "other"),
        (PromptDecision.NoMoney, "No money", "other"),
        (PromptDecision.RunOut, "Let it run out", "other"),
        (PromptDecision.SwitchOff, "Switch off", "other"),
    ];

    protected override void OnParametersSet() => _prompt = money.FindHosted(Id);
}
