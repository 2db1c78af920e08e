namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Who a person is to Meta. At least one of phone and user id is known.</summary>
/// <param name="Phone">Digits as in <c>wa_id</c>, without a plus; null for people who write under a username.</param>
/// <param name="UserId">Scoped to the shop's business portfolio, so it means nothing in another store.</param>
/// <param name="Name">As the person chose it: to show, not to trust.</param>
/// <param name="Username">Changeable and unverified: to show, not to find anybody by.</param>
public sealed record WhatsAppIdentity(string? Phone, string? UserId, string? ParentUserId, string? Name, string? Username)
{
    /// <summary>Phone numbers and names do not belong into logs.</summary>
    public override string ToString() => nameof(WhatsAppIdentity);
}
