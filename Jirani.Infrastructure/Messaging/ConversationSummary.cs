using Jirani.Domain.Conversations;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>How a conversation's row in the inbox changes by one batch. Null leaves a column as it is.</summary>
internal sealed class ConversationSummary(ConversationKey key)
{
    private const int MostPreview = 120;

    public ConversationKey Key => key;

    public DateTimeOffset? LastMessageAt { get; private set; }

    public string Direction { get; private set; } = "in";

    public string? Preview { get; private set; }

    /// <summary>The owner wrote, so they read what came before.</summary>
    public bool WasRead { get; private set; }

    public int Unread { get; private set; }

    public DateTimeOffset? WindowUntil { get; private set; }

    public DateTimeOffset? PausedUntil { get; private set; }

    public bool? NeedsPerson { get; private set; }

    public DateTimeOffset? HintedAt { get; private set; }

    public DateTimeOffset? LimitToldAt { get; private set; }

    public void CustomerWrote(WaitingMessage message)
    {
        LastMessageAt = message.ReceivedAt;
        (Direction, Preview) = ("in", MessageText.Preview(message.Payload));
        if (!message.IsConversational)
        {
            return;
        }

        Unread++;
        var closes = new ServiceWindow(message.ForDialogue().WrittenAt).ClosesAt;
        WindowUntil = WindowUntil > closes ? WindowUntil : closes;
    }

    public void Answered(Decision decision)
    {
        if (decision.Reply is { } reply)
        {
            (Direction, Preview) = ("out", MessageLimits.Cut(reply.Text.ReplaceLineEndings(" "), MostPreview));
        }

        foreach (var effect in decision.Effects)
        {
            Take(effect);
        }
    }

    /// <returns>Until when the dialogue is silent now.</returns>
    public DateTimeOffset OwnerWrote(WaitingMessage message, DateTimeOffset? pausedUntil)
    {
        LastMessageAt = message.ReceivedAt;
        (Direction, Preview) = ("out", MessageText.Preview(message.Payload));
        (WasRead, Unread, NeedsPerson) = (true, 0, false);
        PausedUntil = OwnerPause.Until(pausedUntil, message.SentAt, message.ReceivedAt);
        return PausedUntil.Value;
    }

    private void Take(Effect effect)
    {
        switch (effect)
        {
            case Effect.HintGiven hint:
                HintedAt = hint.At;
                break;
            case Effect.LimitTold limit:
                LimitToldAt = limit.At;
                break;
            case Effect.PersonNeeded:
                NeedsPerson = true;
                break;
        }
    }
}
