using System.Diagnostics;
using Jirani.Domain.Orders;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Jirani.Web.Components.Shared;

/// <summary>Where an order stands, in the words of the shop; a ground only where somebody must act.</summary>
public sealed partial class OrderStatusChip
{
    private string _icon = "";
    private string _word = "";
    private string _tone = "";

    [Parameter, EditorRequired]
    public required OrderStatus Status { get; set; }

    protected override void OnParametersSet()
    {
        _word = Status switch
        {
            OrderStatus.Pending => "Unpaid",
            OrderStatus.Processing => "To pack",
            OrderStatus.Shipped => "On the way",
            OrderStatus.Delivered => "Delivered",
            OrderStatus.Cancelled => "Cancelled",
            OrderStatus.Expired => "Expired",
            OrderStatus.Refunded => "Refunded",
            _ => throw new UnreachableException(),
        };
        _icon = Status switch
        {
            OrderStatus.Pending => Icons.Material.Outlined.Schedule,
            OrderStatus.Processing => Icons.Material.Outlined.Inventory2,
            OrderStatus.Shipped => Icons.Material.Outlined.LocalShipping,
            OrderStatus.Delivered => Icons.Material.Outlined.TaskAlt,
            OrderStatus.Cancelled => Icons.Material.Outlined.Block,
            OrderStatus.Expired => Icons.Material.Outlined.TimerOff,
            _ => Icons.Material.Outlined.Undo,
        };
        _tone = Status switch
        {
            OrderStatus.Pending => "warning",
            OrderStatus.Processing => "primary",
            OrderStatus.Shipped => "info",
            OrderStatus.Delivered => "success",
            _ => "",
        };
    }
}
