using Jirani.Web.Simulator.Flutterwave;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Simulator.Phone;

/// <summary>Switches for what goes wrong at Flutterwave.</summary>
public sealed partial class MoneyFaultSwitches
{
    private const int Step = 5;
    private const int MostSeconds = 600;

    [Parameter, EditorRequired]
    public required PaymentFaults Faults { get; set; }

    [Parameter]
    public EventCallback<PaymentFaults> FaultsChanged { get; set; }

    private static IReadOnlyList<(string Words, Func<PaymentFaults, bool> IsOn, Func<PaymentFaults, bool, PaymentFaults> Turned)> Switches { get; } =
    [
        ("Webhook comes twice", faults => faults.IsTwice, (faults, isOn) => faults with { IsTwice = isOn }),
        ("Webhook never comes", faults => faults.IsNever, (faults, isOn) => faults with { IsNever = isOn }),
        ("Webhook before the answer", faults => faults.IsBeforeAnswer, (faults, isOn) => faults with { IsBeforeAnswer = isOn }),
        ("Out of order", faults => faults.IsOutOfOrder, (faults, isOn) => faults with { IsOutOfOrder = isOn }),
        ("Wrong amount", faults => faults.IsWrongAmount, (faults, isOn) => faults with { IsWrongAmount = isOn }),
        ("Wrong currency", faults => faults.IsWrongCurrency, (faults, isOn) => faults with { IsWrongCurrency = isOn }),
        ("Flutterwave is down", faults => faults.IsDown, (faults, isOn) => faults with { IsDown = isOn }),
    ];

    private PaymentFaults Later(int seconds) => Faults with { SecondsLate = Math.Clamp(Faults.SecondsLate + seconds, 0, MostSeconds) };

    private Task SetAsync(PaymentFaults faults) => FaultsChanged.InvokeAsync(faults);
}
