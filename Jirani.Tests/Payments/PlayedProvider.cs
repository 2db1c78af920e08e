using System.Collections.Concurrent;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Payments;

/// <summary>
/// A provider that keeps its own books and is as unreliable as a wire can be: answers get lost before and after it acted, and now and
/// then the caller dies with the call. What it took and gave back is what the ledger has to say in the end.
/// </summary>
internal sealed class PlayedProvider(int seed) : IPaymentGateway
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, PlayedCharge> _charges = new();
    private readonly ConcurrentDictionary<Guid, PlayedRefund> _refunds = new();

    public bool AsksThePayer => false;

    public IReadOnlyCollection<PlayedCharge> Charges => [.. _charges.Values];

    public PlayedCharge? Find(Guid paymentId) => _charges.Values.FirstOrDefault(charge => charge.PaymentId == paymentId);

    public IReadOnlyCollection<PlayedRefund> Refunds => [.. _refunds.Values];

    /// <summary>Answers always arrive from now on.</summary>
    public bool IsReliable { get; set; }

    public Task<StartOutcome> StartAsync(ChargeRequest request, CancellationToken cancellationToken)
    {
        switch (Roll(20))
        {
            case 0:
                return Task.FromResult<StartOutcome>(new StartOutcome.Unknown("lost before"));
            case 1:
                return Task.FromResult<StartOutcome>(new StartOutcome.Refused("1130400", "Too little."));
            case 2:
                throw new CallerDiedException();
        }

        var charge = _charges.GetOrAdd(request.Reference, reference => new PlayedCharge(reference, request.AttemptId, request.Amount));
        return Roll(20) switch
        {
            0 => Task.FromResult<StartOutcome>(new StartOutcome.Unknown("lost after")),
            1 => throw new CallerDiedException(),
            _ => Task.FromResult<StartOutcome>(new StartOutcome.Started(charge.Report(), new NextAction.Prompt(null))),
        };
    }

    public Task<QueryOutcome> QueryAsync(string reference, string? chargeId, CancellationToken cancellationToken) => Task.FromResult<QueryOutcome>(
        Roll(10) == 0 ? new QueryOutcome.Unknown("lost")
        : _charges.TryGetValue(reference, out var charge) ? new QueryOutcome.Found(charge.Report(), "{}"u8.ToArray())
        : new QueryOutcome.NotFound());

    public Task<RefundOutcome> RefundAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        if (Roll(10) == 0)
        {
            return Task.FromResult<RefundOutcome>(new RefundOutcome.Unknown("lost before"));
        }

        var refund = _refunds.GetOrAdd(request.RefundId, id => new PlayedRefund(id, request.ChargeId, request.Amount, Fails: Roll(3) == 1));
        return Roll(10) switch
        {
            0 => Task.FromResult<RefundOutcome>(new RefundOutcome.Unknown("lost after")),
            1 => throw new CallerDiedException(),
            _ => Task.FromResult<RefundOutcome>(new RefundOutcome.Known(refund.ProviderId, RefundStatus.Pending)),
        };
    }

    public Task<RefundOutcome> QueryRefundAsync(string refundId, CancellationToken cancellationToken)
    {
        var refund = _refunds.Values.Single(known => known.ProviderId == refundId);
        return Task.FromResult<RefundOutcome>(Roll(10) == 0
            ? new RefundOutcome.Unknown("lost")
            : new RefundOutcome.Known(refundId, refund.Fails ? RefundStatus.Failed : RefundStatus.Succeeded));
    }

    private int Roll(int sides)
    {
        lock (_random)
        {
            return IsReliable ? sides - 1 : _random.Next(sides);
        }
    }
}
