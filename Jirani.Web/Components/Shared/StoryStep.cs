namespace Jirani.Web.Components.Shared;

/// <summary>One line of what happened.</summary>
/// <param name="Icon">Of MudBlazor's list.</param>
/// <param name="Tone">success, warning or error; empty for none.</param>
/// <param name="Detail">Empty where there is nothing to add.</param>
public sealed record StoryStep(DateTimeOffset At, string Icon, string Tone, string Title, string Detail = "");
