namespace Jirani.Domain.Orders;

/// <summary>An id and a number kept for an order that a message may place: Domain knows no randomness.</summary>
public readonly record struct OrderTicket(Guid Id, string Number);
