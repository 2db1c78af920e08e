namespace Jirani.Domain.Messaging;

/// <summary>The time in which a store may answer freely, counted from the customer's last message.</summary>
public readonly record struct ServiceWindow(DateTimeOffset LastMessageAt)
{
    /// <summary>Meta closes after 24 hours; so much is left for the way there.</summary>
    public static TimeSpan Margin { get; } = TimeSpan.FromMinutes(5);

    /// <summary>So little left that somebody should hurry.</summary>
    public static TimeSpan Soon { get; } = TimeSpan.FromHours(2);

    public DateTimeOffset ClosesAt => LastMessageAt + TimeSpan.FromHours(24);

    public DateTimeOffset FreeFormUntil => ClosesAt - Margin;

    public bool AllowsFreeForm(DateTimeOffset now) => now < FreeFormUntil;
}
