namespace Jirani.Domain.Conversations;

public enum CommandFault
{
    /// <summary>The product or the order is not named.</summary>
    NothingNamed,

    /// <summary>The quantity is no number above 0 and up to 999.</summary>
    BadQuantity,

    /// <summary>More follows than a product and a quantity, or than one order.</summary>
    TooMuch,
}
