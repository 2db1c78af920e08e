using Jirani.Infrastructure.Orders;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Orders;

/// <summary>The orders, each line the link to its order; where several may be moved together, each with a box.</summary>
public sealed partial class OrderTable
{
    /// <summary>Null while nothing is read yet.</summary>
    [Parameter, EditorRequired]
    public required OrderList? List { get; set; }

    [Parameter, EditorRequired]
    public required OrderView View { get; set; }

    [Parameter, EditorRequired]
    public required string Country { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    [Parameter]
    public Guid? OpenId { get; set; }

    [Parameter]
    public IReadOnlySet<Guid> Chosen { get; set; } = new HashSet<Guid>();

    /// <summary>One is chosen, or no longer.</summary>
    [Parameter]
    public EventCallback<Guid> Choose { get; set; }

    /// <summary>What to do first, where nobody ordered yet.</summary>
    [Parameter]
    public RenderFragment? Welcome { get; set; }

    [Parameter]
    public EventCallback OlderAsked { get; set; }

    private bool IsChoosing => View.IsToPack && List?.Rights is OrderRights.Act;
}
