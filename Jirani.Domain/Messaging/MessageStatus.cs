namespace Jirani.Domain.Messaging;

public enum MessageStatus
{
    /// <summary>Of ours: waits for the sender, or was begun and has no answer yet.</summary>
    Queued,
    Sent,
    Failed,
    Delivered,
    Read,

    /// <summary>Of a customer's: waits for the dialogue.</summary>
    Received,
    Processed,
}
