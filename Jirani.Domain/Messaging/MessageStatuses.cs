using System.Diagnostics;

namespace Jirani.Domain.Messaging;

/// <summary>Rank and words of a message's status. A message only ever moves up.</summary>
public static class MessageStatuses
{
    /// <summary>Failed ranks below delivered: a phone that showed the message outweighs a refusal by another one.</summary>
    public static int Rank(this MessageStatus status) => status switch
    {
        MessageStatus.Queued or MessageStatus.Received => 0,
        MessageStatus.Sent or MessageStatus.Processed => 1,
        MessageStatus.Failed => 2,
        MessageStatus.Delivered => 3,
        MessageStatus.Read => 4,
        _ => throw new UnreachableException(),
    };

    public static MessageStatus Higher(MessageStatus one, MessageStatus other) => other.Rank() > one.Rank() ? other : one;

    public static string ToText(this MessageStatus status) => status switch
    {
        MessageStatus.Queued => "queued",
        MessageStatus.Sent => "sent",
        MessageStatus.Failed => "failed",
        MessageStatus.Delivered => "delivered",
        MessageStatus.Read => "read",
        MessageStatus.Received => "received",
        MessageStatus.Processed => "processed",
        _ => throw new UnreachableException(),
    };

    /// <summary>Reads our words and Meta's; <c>played</c>, of a voice note, counts as read. False for what is unknown.</summary>
    public static bool TryParse(string? text, out MessageStatus status)
    {
        MessageStatus? known = text switch
        {
            "queued" => MessageStatus.Queued,
            "sent" => MessageStatus.Sent,
            "failed" => MessageStatus.Failed,
            "delivered" => MessageStatus.Delivered,
            "read" or "played" => MessageStatus.Read,
            "received" => MessageStatus.Received,
            "processed" => MessageStatus.Processed,
            _ => null,
        };
        status = known.GetValueOrDefault();
        return known is not null;
    }
}
