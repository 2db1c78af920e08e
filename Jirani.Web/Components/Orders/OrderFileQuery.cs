namespace Jirani.Web.Components.Orders;

/// <summary>What the address of a file says, as the address of the list says it.</summary>
internal sealed record OrderFileQuery
{
    public string? Store { get; init; }

    public string? Show { get; init; }

    public string? Q { get; init; }

    public int? Days { get; init; }
}
