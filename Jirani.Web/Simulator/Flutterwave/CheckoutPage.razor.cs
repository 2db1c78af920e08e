using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Where version 3 sends the payer.</summary>
public sealed partial class CheckoutPage
{
    private string? _ask;
    private string? _ended;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Inject]
    private ChargeBook Book { get; set; } = null!; // set by the framework

    private static IReadOnlyList<(PromptDecision Decision, string Words, string Look)> Choices { get; } =
    [
        (PromptDecision.Approve, "Approve", "main"),
        (PromptDecision.Cancel, "Cancel", "other"),
        (PromptDecision.WrongPin, "Wrong PIN", "other"),
        (PromptDecision.NoMoney, "No money", "other"),
        (PromptDecision.RunOut, "Let it run out", "other"),
        (PromptDecision.SwitchOff, "Switch off", "other"),
    ];

    protected override void OnParametersSet()
    {
        if (Book.Find(Id) is { IsHosted: true } charge)
        {
            _ask = PhonePrompt.Of(charge).Question;
            _ended = charge.Decision?.Words();
        }
    }
}
