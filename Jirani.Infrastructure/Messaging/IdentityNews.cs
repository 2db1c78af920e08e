using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Ids that a message said of its sender and that the customer does not have, as far as the row tells.</summary>
internal sealed record IdentityNews(ConversationKey Key, string? Phone, string? UserId)
{
    public static IEnumerable<IdentityNews> In(WaitingConversation conversation) =>
        from message in conversation.Messages
        from said in Said(message)
        where IsNews(said.Phone, conversation.Moment!.Phone) || IsNews(said.UserId, conversation.Moment!.UserId)
        select new IdentityNews(conversation.Key, said.Phone, said.UserId);

    private static IEnumerable<(string? Phone, string? UserId)> Said(WaitingMessage message)
    {
        yield return (message.Phone, message.UserId);
        if (SystemChange.Read(message.Payload) is { } change)
        {
            yield return (change.NewPhone, change.NewUserId);
        }

        if (ContactShared.Read(message.Payload) is { } contact)
        {
            yield return (contact.Phone, null);
        }
    }

    private static bool IsNews(string? said, string? known) => said is not null && said != known;
}
