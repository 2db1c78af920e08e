using System.Collections.Concurrent;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Phone;

/// <summary>The chats of the customers in the phone book; what goes to anybody else is not kept.</summary>
public sealed class Chats(PhoneBook book)
{
    private readonly ConcurrentDictionary<(string PhoneNumberId, string Customer), Chat> _chats = [];

    public Chat Open(SimulatedStore store, Customer customer) =>
        _chats.GetOrAdd((store.PhoneNumberId, customer.UserId), _ => new Chat(store, customer));

    /// <summary>Shows an accepted message on the phone of the one it is for.</summary>
    /// <returns>Whether somebody is looking at that chat.</returns>
    internal bool Show(AcceptedCall call)
    {
        if (book.Find(call.Message.Recipient.Id) is not { } customer)
        {
            return false;
        }

        var chat = Open(call.Store, customer);
        chat.Add(new Bubble(call.Id, call.Message.Text ?? $"[{call.Message.Type}]", call.At, call.Message.Choices, null));
        return chat.IsWatched;
    }

    internal void MarkRead(SimulatedStore store, string messageId)
    {
        foreach (var (key, chat) in _chats)
        {
            if (key.PhoneNumberId == store.PhoneNumberId && chat.Bubbles.Any(bubble => bubble.Id == messageId))
            {
                chat.MarkReadUpTo(messageId);
            }
        }
    }
}
