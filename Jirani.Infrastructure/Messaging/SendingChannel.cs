using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>The number a store sends from.</summary>
/// <param name="ProtectedToken">As the store's row has it; null where the store uses the token that all share.</param>
internal sealed record SendingChannel(Guid Id, Guid StoreId, string PhoneNumberId, string AccessToken, string? ProtectedToken)
{
    public GraphMessage Address(OutgoingMessage message) => new()
    {
        PhoneNumberId = PhoneNumberId,
        AccessToken = AccessToken,
        Phone = message.Phone,
        UserId = message.UserId,
        LogId = message.Id,
        Payload = message.Payload,
    };
}
