namespace Jirani.Infrastructure.Catalogue;

/// <summary>A product that is on sale.</summary>
/// <param name="Price">Of one, today, in the store's currency.</param>
/// <param name="Stock">What is left; null where the store does not count.</param>
public sealed record ProductRow(Guid Id, string Sku, string Name, decimal Price, decimal? Stock);
