namespace Jirani.Domain.Conversations;

public static class MessageKinds
{
    /// <summary>True for what a person says to the shop: it opens the window, makes unread and counts for the limit.</summary>
    public static bool IsConversational(this MessageKind kind) => kind != MessageKind.Silent;
}
