using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Phone;

/// <summary>One message on the phone.</summary>
/// <param name="Tick">Null for what the shop wrote.</param>
/// <param name="Fault">Why a message did not get through; null while it may.</param>
public sealed record Bubble(
    string Id, string Text, DateTimeOffset At, IReadOnlyList<GraphChoice> Choices, Tick? Tick, string? Fault = null)
{
    public bool IsMine => Tick is not null;

    /// <summary>A photo, which the phone draws.</summary>
    public bool IsPhoto { get; init; }
}
