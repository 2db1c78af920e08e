using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Everything that can keep a message from being taken on, in Meta's order: form, recipient, window, limits.</summary>
internal sealed class MessageGate(ServiceWindows windows, SendingLimits limits)
{
    public GraphRefusal? Check(SimulatedStore store, JsonElement body, out GraphRecipient recipient)
    {
        var refusal = GraphRecipient.TryRead(body, out recipient) ?? MessageRules.Check(body);
        if (refusal is not null)
        {
            return refusal;
        }

        if (recipient.Phone == store.DisplayPhoneNumber)
        {
            return GraphRefusal.ToItself;
        }

        if (body.Text("type") != "template" && windows.IsClosed(store.PhoneNumberId, recipient.Id))
        {
            return GraphRefusal.WindowClosed;
        }

        return limits.Take(store.PhoneNumberId, recipient.Id);
    }
}
