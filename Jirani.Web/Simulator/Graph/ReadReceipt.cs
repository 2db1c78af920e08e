using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>A call that marks a customer's message as read, and may ask to show that an answer is being typed.</summary>
internal static class ReadReceipt
{
    public static GraphRefusal? Check(JsonElement body, out string messageId)
    {
        messageId = body.Text("message_id") ?? "";
        if (body.Text("messaging_product") != "whatsapp")
        {
            return GraphRefusal.Required("messaging_product");
        }

        if (body.Text("status") != "read")
        {
            return GraphRefusal.Parameter("Param status must be one of {READ}.");
        }

        if (body.Member("typing_indicator") is { } typing && typing.Text("type") != "text")
        {
            return GraphRefusal.Parameter("Param typing_indicator['type'] must be one of {TEXT}.");
        }

        return messageId.StartsWith("wamid.", StringComparison.Ordinal)
            ? null
            : GraphRefusal.Parameter("Param message_id is not a valid WhatsApp message id.");
    }
}
