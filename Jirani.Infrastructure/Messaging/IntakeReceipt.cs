namespace Jirani.Infrastructure.Messaging;

public enum IntakeReceipt
{
    /// <summary>Every item is in the log or in quarantine.</summary>
    Stored,

    /// <summary>The queue is full, or the database is away or slow: the sender must come again.</summary>
    ComeAgain,
}
