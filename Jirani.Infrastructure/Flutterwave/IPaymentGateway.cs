namespace Jirani.Infrastructure.Flutterwave;

/// <summary>
/// The provider of mobile money, in one of its two versions. Nothing here throws for what the provider or the wire did: an outcome
/// says it. A call whose answer was lost is <c>Unknown</c>, never a failure, because money may have moved.
/// </summary>
public interface IPaymentGateway
{
    /// <summary>True where number and network are asked for on the provider's own page instead of ours.</summary>
    bool AsksThePayer { get; }

    /// <summary>Begins to charge. The same attempt asked for again is the same charge: keys follow from its id.</summary>
    Task<StartOutcome> StartAsync(ChargeRequest request, CancellationToken cancellationToken);

    /// <summary>Asks about one charge.</summary>
    /// <param name="reference">Ours; finds the charge where its id is not known yet.</param>
    /// <param name="chargeId">The provider's; null when the answer to the start was lost.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    Task<QueryOutcome> QueryAsync(string reference, string? chargeId, CancellationToken cancellationToken);

    /// <summary>Asks for money to be given back. The same refund asked for again is the same one.</summary>
    Task<RefundOutcome> RefundAsync(RefundRequest request, CancellationToken cancellationToken);

    Task<RefundOutcome> QueryRefundAsync(string refundId, CancellationToken cancellationToken);
}
