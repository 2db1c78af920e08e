namespace Jirani.Tests.Support;

/// <summary>A store of the cast and its owner.</summary>
public sealed record StoreCast(Guid Id, Guid OwnerId, string Slug, string Name, string Currency, string PhoneNumberId)
{
    public override string ToString() => Name;
}
