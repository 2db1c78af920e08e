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

    /// <summary>The shop may answer freely for less than two hours more.</summary>
    Closing,

    /// <summary>Said STOP: nothing may be sent that they did not ask for.</summary>
    OptedOut,
}
