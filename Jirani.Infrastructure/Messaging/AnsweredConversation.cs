using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;

namespace Jirani.Infrastructure.Messaging;

/// <summary>What Domain decided for one conversation of a batch, and how its row in the inbox changes.</summary>
internal sealed class AnsweredConversation(WaitingConversation waiting)
{
    private readonly List<(WaitingMessage Message, Decision Decision)> _decisions = [];

    public WaitingConversation Waiting => waiting;

    public ConversationKey Key => waiting.Key;

    public IEnumerable<Effect> Effects => _decisions.SelectMany(decided => decided.Decision.Effects);

    public IEnumerable<(WaitingMessage Message, Reply Reply)> Replies =>
        from decided in _decisions where decided.Decision.Reply is not null select (decided.Message, decided.Decision.Reply);

    public ConversationSummary Summary { get; } = new(waiting.Key);

    public static AnsweredConversation Decide(WaitingConversation waiting, Storefront store, Shelf shelf, DateTimeOffset now)
    {
        var answered = new AnsweredConversation(waiting);
        var shopper = waiting.ToShopper();
        foreach (var message in waiting.Messages)
        {
            if (message.IsInbound)
            {
                answered.Answer(message, Dialogue.Decide(store, shopper, shelf, message.ForDialogue(), now));
            }
            else
            {
                shopper.BotPausedUntil = answered.Summary.OwnerWrote(message, shopper.BotPausedUntil);
            }
        }

        return answered;
    }

    private void Answer(WaitingMessage message, Decision decision)
    {
        _decisions.Add((message, decision));
        Summary.CustomerWrote(message);
        Summary.Answered(decision);
    }
}
