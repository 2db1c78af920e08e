namespace Jirani.Domain.Conversations;

public enum MessageKind
{
    Text,
    Media,
    Interactive,
    Button,
    Order,
    Location,
    Contacts,

    /// <summary>
    /// Reaction, edit, revoke, system, unsupported, group, own number and whatever is new: kept in the log, but it
    /// opens no window, is not unread, does not count for the limit and gets no reply.
    /// </summary>
    Silent,
}
