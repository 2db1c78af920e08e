namespace Jirani.Domain.Messaging;

/// <summary>The time in which a store may answer freely, counted from the customer's last message.</summary>
public readonly record struct ServiceWindow(DateTimeOffset LastMessageAt)
{
    /// <summary>Meta closes after 24 hours; five minutes are left for the way there.</summary>
    private static readonly TimeSpan _freeForm = new(23, 55, 0);

    public DateTimeOffset ClosesAt => LastMessageAt + TimeSpan.FromHours(24);

    public DateTimeOffset FreeFormUntil => LastMessageAt + _freeForm;

    public bool AllowsFreeForm(DateTimeOffset now) => now < FreeFormUntil;
}
