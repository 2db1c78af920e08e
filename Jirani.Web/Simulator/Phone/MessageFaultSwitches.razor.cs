using System.Globalization;
using Jirani.Web.Simulator.Graph;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Simulator.Phone;

/// <summary>Switches for what goes wrong: between customer and shop, and at Meta.</summary>
public sealed partial class MessageFaultSwitches
{
    private const int MostMinutes = 2_880;

    private string? _sentence;
    private string? _armed;

    [Parameter, EditorRequired]
    public required string ShopName { get; set; }

    [Parameter, EditorRequired]
    public required MessageFaults Faults { get; set; }

    [Parameter]
    public EventCallback<MessageFaults> FaultsChanged { get; set; }

    [Parameter]
    public EventCallback<GraphTrouble> TroubleAsked { get; set; }

    private static bool IsOn(ChangeEventArgs change) => change.Value is true;

    private Task SetAsync(MessageFaults faults) => FaultsChanged.InvokeAsync(faults);

    private Task SetLateAsync(ChangeEventArgs change)
    {
        if (!int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > MostMinutes)
        {
            _sentence = $"Write whole minutes from 0 to {MostMinutes}, which is two days.";
            return Task.CompletedTask;
        }

        _sentence = null;
        return SetAsync(Faults with { MinutesLate = minutes });
    }

    private Task AskAsync(GraphTrouble trouble)
    {
        _armed = $"The next reply meets this: {trouble.Name()}.";
        return TroubleAsked.InvokeAsync(trouble);
    }
}
