namespace Jirani.Infrastructure.Payments;

/// <param name="Stock">How many there are now; null where nobody counts them, or the product is gone.</param>
public sealed record OrderedLine(string Name, decimal Quantity, decimal? Stock);
