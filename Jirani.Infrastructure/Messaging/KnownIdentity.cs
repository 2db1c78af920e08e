using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>All that one batch says of one person: a payload that holds both ids ties them for its siblings that hold one.</summary>
/// <param name="storeId">The store whose address was called: a body that came there makes nobody a customer of another.</param>
internal sealed class KnownIdentity(string number, Guid? storeId)
{
    public string Number => number;

    public Guid? StoreId => storeId;

    public string? Phone { get; private set; }

    public string? UserId { get; private set; }

    public string? Name { get; private set; }

    public string? Username { get; private set; }

    public void Learn(WhatsAppIdentity said)
    {
        Phone ??= said.Phone;
        UserId ??= said.UserId;
        Name ??= said.Name;
        Username ??= said.Username;
    }
}
