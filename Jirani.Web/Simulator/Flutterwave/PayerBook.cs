using System.Collections.Concurrent;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Customers by email and the payment methods that were made.</summary>
internal sealed class PayerBook
{
    private const int MostEntries = 100_000;

    private readonly ConcurrentDictionary<string, Payer> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Payer> _byId = [];
    private readonly ConcurrentDictionary<string, Wallet> _wallets = [];

    public Payer? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public Payer? FindByEmail(string email) => _byEmail.GetValueOrDefault(email);

    public Wallet? FindWallet(string? id) => id is null ? null : _wallets.GetValueOrDefault(id);

    /// <returns>False when the email is known.</returns>
    public bool TryAdd(Payer payer)
    {
        if (_byEmail.Count >= MostEntries)
        {
            Clear();
        }

        if (!_byEmail.TryAdd(payer.Email, payer))
        {
            return false;
        }

        _byId[payer.Id] = payer;
        return true;
    }

    public void Add(Wallet wallet)
    {
        if (_wallets.Count >= MostEntries)
        {
            _wallets.Clear();
        }

        _wallets[wallet.Id] = wallet;
    }

    public void Clear()
    {
        _byEmail.Clear();
        _byId.Clear();
        _wallets.Clear();
    }
}
