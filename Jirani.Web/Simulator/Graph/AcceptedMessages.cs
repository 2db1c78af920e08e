using Jirani.Web.Simulator.Phone;

namespace Jirani.Web.Simulator.Graph;

/// <summary>What follows from taking a message on: an id, a line in the ledger, statuses, and a bubble on the phone.</summary>
internal sealed class AcceptedMessages(GraphLedger ledger, Chats chats, StatusQueue statuses, StatusPlan plan, TimeProvider time)
{
    /// <param name="fault">Null for a call that goes well.</param>
    public AcceptedCall Add(SimulatedStore store, GraphMessageBody message, ScriptedFault? fault)
    {
        var call = new AcceptedCall(store, MessageIds.New(message.Recipient.Id), message, time.GetUtcNow());
        ledger.Accepted(call);
        var isWatched = chats.Show(call);

        // These statuses are posted at once, by the answer itself.
        if (fault is not { Kind: FaultKind.StatusBeforeAnswer })
        {
            statuses.Add(plan.For(call, fault, isWatched));
        }

        return call;
    }

    public void MarkRead(SimulatedStore store, string messageId) => chats.MarkRead(store, messageId);
}
