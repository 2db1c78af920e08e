namespace Jirani.Infrastructure.Orders;

/// <summary>Something that happened to an order.</summary>
/// <param name="Kind">In one word.</param>
/// <param name="Actor"><c>customer</c>, <c>owner</c> or <c>system</c>.</param>
/// <param name="IsOwn">Whoever asks did it.</param>
/// <param name="Role">Of who did it in the store today; null for nobody of the team.</param>
/// <param name="Note">An amount, a reason or a courier; null for nothing.</param>
public sealed record OrderOccurrence(long Id, string Kind, string Actor, bool IsOwn, string? Role, string? Note, DateTimeOffset At);
