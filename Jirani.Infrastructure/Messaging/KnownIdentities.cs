using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Messaging;

/// <summary>The people of one batch, each once for each number they wrote to.</summary>
internal sealed class KnownIdentities
{
    private readonly Dictionary<(string Number, string Id), KnownIdentity> _byId = [];
    private readonly List<KnownIdentity> _all = [];

    public IReadOnlyList<KnownIdentity> All => _all;

    public KnownIdentity Of(string number, WhatsAppIdentity said)
    {
        var known = Find(number, said.UserId) ?? Find(number, said.Phone) ?? Begin(number);
        known.Learn(said);
        Remember(number, said.UserId, known);
        Remember(number, said.Phone, known);
        return known;
    }

    private KnownIdentity? Find(string number, string? id) => id is null ? null : _byId.GetValueOrDefault((number, id));

    private KnownIdentity Begin(string number)
    {
        _all.Add(new KnownIdentity(number));
        return _all[^1];
    }

    private void Remember(string number, string? id, KnownIdentity known)
    {
        if (id is not null)
        {
            _byId.TryAdd((number, id), known);
        }
    }
}
