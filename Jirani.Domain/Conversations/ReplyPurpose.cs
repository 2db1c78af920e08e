namespace Jirani.Domain.Conversations;

public enum ReplyPurpose
{
    /// <summary>Answers what the customer wrote.</summary>
    Reply,

    /// <summary>Confirms STOP or START, or answers HELP while opted out: all that an opted-out customer is sent.</summary>
    Consent,

    /// <summary>Tells about an order without having been asked.</summary>
    Order,
}
