namespace Jirani.Web.Components.Orders;

/// <summary>What the address of a file says, as the address of the list says it.</summary>
internal sealed record OrderFileQuery(string? Store, string? Show, string? Q, int? Days);
