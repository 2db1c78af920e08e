namespace Jirani.Infrastructure.Stores;

/// <summary>A store of the owner who asks.</summary>
/// <param name="TimeZone">An IANA name; every time of this store is told in it.</param>
public sealed record StoreRow(Guid Id, string Slug, string Name, string Currency, string Country, string TimeZone);
