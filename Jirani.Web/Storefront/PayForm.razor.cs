using Jirani.Domain.Payments;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Storefront;

/// <summary>Who pays and through which network, in one form with one button.</summary>
public sealed partial class PayForm : ComponentBase
{
    private IReadOnlyList<(string Value, string Label)> _numbers = [];
    private IReadOnlyList<MobileNetwork> _networks = [];
    private string _action = "";
    private string? _network;
    private string? _general;
    private string? _phoneFault;
    private string? _networkFault;

    [Parameter, EditorRequired]
    public required PayVisit Visit { get; set; }

    protected override void OnParametersSet()
    {
        _action = $"/api/payments/initiate?order={Visit.Order.Id}";
        _numbers = [.. Numbers()];
        _networks = MobileNetworks.Of(Visit.Order.Country);
        _network = MobileNetworks.Find(Visit.Order.Country, Visit.Fields.Network)?.Code;
        _phoneFault = Visit.Faults.GetValueOrDefault("phone");
        _networkFault = Visit.Faults.GetValueOrDefault("network");
        _general = Visit.Faults.Where(fault => fault.Key is not ("phone" or "network")).Select(fault => fault.Value).FirstOrDefault();
    }

    /// <summary>The numbers that are known are named, never written: the link may be in anybody's hands.</summary>
    private IEnumerable<(string Value, string Label)> Numbers()
    {
        var chat = Visit.Order.ChatPayer;
        if (chat is { } number)
        {
            yield return (PayFields.Chat, $"The number of the chat, {number}");
        }

        if (Visit.View.Attempt?.Payer is { } last && last.Digits != chat?.Digits)
        {
            yield return (PayFields.Last, $"The number of the last try, {last}");
        }

        yield return (PayFields.Other, "Another number");
    }
}
