using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What the emulated Flutterwave took on and refused, so that a test can prove that nobody paid twice.</summary>
internal sealed class MoneyLedger(ChargeBook book, RefundBook refunds, TimeProvider time, IOptions<MoneyOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _refused = [];
    private long _repeated;

    public void Count(FlutterwaveReply reply, bool isHit)
    {
        lock (_lock)
        {
            _repeated += isHit ? 1 : 0;
            if (reply.Code is { } code)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_refused, code, out _)++;
            }
        }
    }

    /// <param name="reference">Null lists every charge.</param>
    /// <param name="phone">Digits with the dialling code; null lists everybody's.</param>
    public MoneyLedgerView Read(string? reference, string? phone)
    {
        var charges = book.All;
        var givenBack = refunds.All.ToLookup(refund => refund.Charge.Id, refund => refund.Amount);
        lock (_lock)
        {
            return new MoneyLedgerView
            {
                Charges = [.. charges.Where(charge => (reference ?? charge.Reference) == charge.Reference && (phone ?? charge.Wallet?.Phone) == charge.Wallet?.Phone)
                    .Select(charge => Entry(charge, givenBack[charge.Id]))],
                AcceptedTotal = book.AcceptedTotal,
                PaidTwice = [.. charges.Where(charge => charge is { IsPaid: true, Order: not null }).GroupBy(charge => (charge.Store, charge.Order))
                    .Where(ofOrder => ofOrder.Count() > 1).Select(ofOrder => $"{ofOrder.Key.Store} {ofOrder.Key.Order}")],
                Repeated = _repeated,
                Refused = new SortedDictionary<string, long>(_refused, StringComparer.Ordinal),
            };
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _refused.Clear();
            _repeated = 0;
        }
    }

    private MoneyLedgerEntry Entry(Charge charge, IEnumerable<decimal> givenBack) => new()
    {
        Id = charge.Id,
        Reference = charge.Reference,
        Amount = charge.Amount,
        Currency = charge.Country.Currency,
        Phone = charge.Wallet?.Phone,
        Network = charge.Wallet?.Network.Code,
        Store = charge.Store,
        Order = charge.Order,
        Status = charge.Decision.Status(),
        IsSettled = charge.IsSettled(time.GetUtcNow(), options.Value.SettleAfter),
        Refunds = [.. givenBack],
        At = charge.CreatedAt,
        EndedAt = charge.EndedAt,
    };
}
