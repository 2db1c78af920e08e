using Jirani.Domain.Orders;
using Jirani.Infrastructure.Orders;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Orders;

/// <summary>One order: what it is, what happened, and the one next step.</summary>
public sealed partial class OrderDetails
{
    private IReadOnlyList<StoryStep> _steps = [];
    private OrderDeed _deed;
    private string? _silence;
    private Guid? _paidBy;

    [Parameter, EditorRequired]
    public required OrderStory Story { get; set; }

    [Parameter, EditorRequired]
    public required string Country { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>What came of the last deed; null while there is nothing to say.</summary>
    [Parameter]
    public string? Told { get; set; }

    /// <summary>Why the last deed was not done.</summary>
    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public EventCallback<Shipment> ShipAsked { get; set; }

    [Parameter]
    public EventCallback<Shipment> ChangeAsked { get; set; }

    [Parameter]
    public EventCallback DeliverAsked { get; set; }

    [Parameter]
    public EventCallback CashAsked { get; set; }

    [Parameter]
    public EventCallback CancelAsked { get; set; }

    private OrderRow Order => Story.Order;

    private bool CanMove => Story.Rights is OrderRights.Act && (Order.Status.CanDeliver() || Order.Status.CanCancel());

    protected override void OnParametersSet()
    {
        _steps = OrderTimeline.Of(Story, Country);
        _silence = Story.Silence(Time.Now);
        _paidBy = Order.Payment?.Id;
    }

    /// <summary>A button says what happens, and that the customer hears of it where they do.</summary>
    private string WithTelling(string deed) => _silence is null ? $"{deed} and tell {Order.Customer.First}" : deed;

    private void Leave() => _deed = OrderDeed.None;

    private Task ShipAsync(Shipment shipment) => DoAsync(() => ShipAsked.InvokeAsync(shipment));

    private Task ChangeAsync(Shipment shipment) => DoAsync(() => ChangeAsked.InvokeAsync(shipment));

    private Task CancelAsync() => DoAsync(() => CancelAsked.InvokeAsync());

    private Task CashAsync() => DoAsync(() => CashAsked.InvokeAsync());

    /// <summary>What was typed stays while it was not done.</summary>
    private async Task DoAsync(Func<Task> deed)
    {
        await deed();
        if (Fault is null)
        {
            Leave();
        }
    }
}
