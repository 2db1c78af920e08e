namespace Jirani.Web.Simulator.Graph;

/// <summary>A button or a list row; <paramref name="Url"/> is set for a link button, which is opened and not answered.</summary>
public sealed record GraphChoice(string Id, string Title, string? Description, string? Url, bool IsRow);
