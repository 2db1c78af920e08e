namespace Jirani.Infrastructure.Conversations;

/// <summary>Which conversations a list is about.</summary>
public enum ConversationScope
{
    Any,

    /// <summary>A person is needed.</summary>
    Waiting,

    /// <summary>Nobody is needed.</summary>
    Others,
    Unread,

    /// <summary>An order waits to be paid.</summary>
    Unpaid,

    /// <summary>Something lies in the cart.</summary>
    OpenCart,
}
