using Jirani.Domain.Stores;

namespace Jirani.Infrastructure.Stores;

/// <param name="Email">Null where the person signs in no longer.</param>
/// <param name="IsSelf">Whoever reads it.</param>
public sealed record TeamMember(Guid UserId, string? Email, StoreRole Role, DateTimeOffset Since, bool IsSelf);
