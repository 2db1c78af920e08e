using Jirani.Domain.Stores;

namespace Jirani.Infrastructure.Stores;

/// <summary>An invitation that nobody has accepted yet.</summary>
public sealed record TeamInvitation(Guid Id, StoreRole Role, DateTimeOffset ExpiresAt);
