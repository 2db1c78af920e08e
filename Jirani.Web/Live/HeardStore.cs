namespace Jirani.Web.Live;

/// <summary>A store that the caller may subscribe to.</summary>
public sealed record HeardStore(Guid Id, string Slug, string Name);
