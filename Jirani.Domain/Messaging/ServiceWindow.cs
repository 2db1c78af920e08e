namespace Jirani.Domain.Messaging;

/// <summary>The time in which a store may answer freely, counted from the customer's last message.</summary>
public readonly record struct ServiceWindow(DateTimeOffset LastMessageAt)
{
    /// <summary>Meta closes after 24 hours; so much is left for the way there.</summary>
    public static TimeSpan Margin { get; } = TimeSpan.FromMinutes(5);

    public DateTimeOffset ClosesAt => LastMessageAt + TimeSpan.FromHours(24);

    public DateTimeOffset FreeFormUntil => ClosesAt - Margin;

    public bool AllowsFreeForm(DateTimeOffset now) => now < FreeFormUntil;
}
