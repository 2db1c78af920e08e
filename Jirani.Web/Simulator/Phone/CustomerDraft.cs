namespace Jirani.Web.Simulator.Phone;

/// <summary>A customer as typed; an empty phone asks for one known by user id only.</summary>
public sealed record CustomerDraft(string Name, string Phone);
