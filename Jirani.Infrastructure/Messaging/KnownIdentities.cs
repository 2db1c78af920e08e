using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>The people of one batch, each once for each number they wrote to and each address it came through.</summary>
internal sealed class KnownIdentities
{
    private readonly Dictionary<(string Number, Guid? StoreId, string Id), KnownIdentity> _byId = [];
    private readonly List<KnownIdentity> _all = [];

    public IReadOnlyList<KnownIdentity> All => _all;

    public KnownIdentity Of(IntakeItem from, WhatsAppIdentity said)
    {
        var known = Find(from, said.UserId) ?? Find(from, said.Phone) ?? Begin(from);
        known.Learn(said);
        Remember(from, said.UserId, known);
        Remember(from, said.Phone, known);
        return known;
    }

    private static (string Number, Guid? StoreId, string Id) Key(IntakeItem from, string id) => (from.Item.PhoneNumberId!, from.StoreId, id);

    private KnownIdentity? Find(IntakeItem from, string? id) => id is null ? null : _byId.GetValueOrDefault(Key(from, id));

    private KnownIdentity Begin(IntakeItem from)
    {
        _all.Add(new KnownIdentity(from.Item.PhoneNumberId!, from.StoreId));
        return _all[^1];
    }

    private void Remember(IntakeItem from, string? id, KnownIdentity known)
    {
        if (id is not null)
        {
            _byId.TryAdd(Key(from, id), known);
        }
    }
}
