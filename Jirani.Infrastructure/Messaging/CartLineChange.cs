namespace Jirani.Infrastructure.Messaging;

/// <param name="Quantity">What the line holds now; null where it is gone.</param>
/// <param name="UnitPrice">Null where the line is gone.</param>
internal sealed record CartLineChange(Guid ProductId, decimal? Quantity, decimal? UnitPrice);
