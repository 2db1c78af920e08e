namespace Jirani.Tests.Messaging.Sending;

/// <summary>A row of messaging_log, as the database has it.</summary>
internal sealed record LogRow(
    long Id, string Status, string? WhatsappMessageId, string? ErrorMessage, DateTimeOffset? DueAt, int Attempts, DateTimeOffset? SendStartedAt)
{
    public bool IsOnTheWay => SendStartedAt is not null && WhatsappMessageId is null;

    /// <summary>Begun, without an answer, and not tried again: it may have been sent.</summary>
    public bool IsUnknown => IsOnTheWay && Status == "queued" && DueAt is null;
}
