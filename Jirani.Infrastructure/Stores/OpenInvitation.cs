using Jirani.Domain.Stores;

namespace Jirani.Infrastructure.Stores;

/// <summary>An invitation as whoever holds its link sees it.</summary>
public sealed record OpenInvitation(string StoreName, string StoreSlug, StoreRole Role);
