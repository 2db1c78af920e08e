using Microsoft.AspNetCore.Identity;

namespace Jirani.Infrastructure.Identity;

/// <summary>A person who signs in. Which stores they belong to stands in store_members, outside this schema.</summary>
public sealed class User : IdentityUser<Guid>;
