namespace Jirani.Infrastructure.Orders;

/// <summary>One of several orders that did not move.</summary>
/// <param name="Sentence">Why not, and what to do.</param>
public sealed record FulfilmentFault(Guid OrderId, string Sentence);
