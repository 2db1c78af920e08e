using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>All that one batch says of one person: a payload that holds both ids ties them for its siblings that hold one.</summary>
internal sealed class KnownIdentity(string number)
{
    public string Number => number;

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
