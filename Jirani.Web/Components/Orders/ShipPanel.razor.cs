using Jirani.Domain.Orders;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Orders;

/// <summary>Who brings an order, when, and where it can be followed. What is typed stays until it is done or left.</summary>
public sealed partial class ShipPanel
{
    private ShipForm _form = new();
    private Dictionary<string, string> _faults = [];

    /// <summary>What the form is for, for whoever hears it.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What pressing it does.</summary>
    [Parameter, EditorRequired]
    public required string Deed { get; set; }

    /// <summary>What it begins with; null for empty fields.</summary>
    [Parameter]
    public Shipment? Known { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<Shipment> ShipAsked { get; set; }

    [Parameter]
    public EventCallback CloseAsked { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override void OnInitialized()
    {
        if (Known is not null)
        {
            _form = ShipForm.Of(Known, Time.Zone);
        }
    }

    private async Task CheckAsync()
    {
        var checks = await new ShipFormValidator(Time.Zone, Clock.GetUtcNow()).ValidateAsync(_form);
        _faults = checks.Errors.GroupBy(fault => fault.PropertyName).ToDictionary(faults => faults.Key, faults => faults.First().ErrorMessage);
        if (checks.IsValid)
        {
            await ShipAsked.InvokeAsync(_form.ToShipment(Time.Zone));
        }
    }

    /// <summary>As the browser writes it: what is half chosen comes as nothing.</summary>
    private void EtaChosen(ChangeEventArgs choice) => _form.Eta = choice.Value as string ?? "";

    private string? FaultOf(string field) => _faults.GetValueOrDefault(field);

    private string? IsWrong(string field) => _faults.ContainsKey(field) ? "true" : null;
}
