namespace Jirani.Infrastructure.Stores;

/// <summary>Who works in a store.</summary>
/// <param name="MayWrite">Whoever reads it may change it.</param>
/// <param name="Invitations">Those that can still be accepted; empty for whoever may not change the team.</param>
public sealed record TeamView(bool MayWrite, IReadOnlyList<TeamMember> Members, IReadOnlyList<TeamInvitation> Invitations);
