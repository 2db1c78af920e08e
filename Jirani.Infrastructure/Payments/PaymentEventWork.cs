using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;
using Microsoft.Extensions.Logging;

namespace Jirani.Infrastructure.Payments;

/// <summary>Works off what the provider told: finds whose payment it is and asks the provider, who alone is believed.</summary>
public sealed partial class PaymentEventWork(
    PaymentEvents events, PaymentSettlement settlement, RefundFollower refunds, EachAlone each, PaymentTelemetry telemetry, ILogger<PaymentEventWork> logger)
{
    private const int MostAtOnce = 64;
    private const int MostCalls = 16;
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(30);

    /// <returns>How many were taken up.</returns>
    internal async Task<int> WorkOffAsync(CancellationToken cancellationToken)
    {
        var due = await events.ClaimAsync(MostAtOnce, cancellationToken);

        // Several deliveries about one charge are one question.
        var questions = due.GroupBy(one => one.Told is { } told ? (told.ChargeId, told.Reference, told.RefundId) : default).ToList();
        await each.RunAsync(questions, MostCalls, (same, cancellation) => WorkOffAsync([.. same], cancellation), cancellationToken);
        return due.Count;
    }

    private async Task WorkOffAsync(IReadOnlyList<DueEvent> same, CancellationToken cancellationToken)
    {
        long[] ids = [.. same.Select(one => one.Id)];
        if (same[0].Told is not { } told || !IsAboutMoneyIn(told))
        {
            await events.EndAsync(ids, null, PaymentOutcome.Ignored, cancellationToken);
            return;
        }

        if (await events.MatchAsync(told, cancellationToken) is not { } match)
        {
            await ParkAsync(same, ids, cancellationToken);
            return;
        }

        if (told.RefundId is { } refundId && await refunds.HearAsync(refundId, cancellationToken))
        {
            await events.EndAsync(ids, match, PaymentOutcome.Refund, cancellationToken);
            return;
        }

        var outcome = await settlement.AskAsync(match.PaymentId, "poll", cancellationToken);
        await (outcome == PaymentOutcome.Unknown
            ? events.PostponeAsync(ids, match, Wait(same), cancellationToken)
            : events.EndAsync(ids, match, outcome, cancellationToken));
    }

    /// <summary>The payment may not be committed yet, or its charge's id not be known yet.</summary>
    private async Task ParkAsync(IReadOnlyList<DueEvent> same, long[] ids, CancellationToken cancellationToken)
    {
        if (same.Min(one => one.Age) < PollSchedule.Patience)
        {
            await events.PostponeAsync(ids, null, Wait(same), cancellationToken);
            return;
        }

        telemetry.Heard(PaymentOutcome.Unmatched);
        LogUnmatched(ids[0]);
        await events.EndAsync(ids, null, PaymentOutcome.Unmatched, cancellationToken);
    }

    private static bool IsAboutMoneyIn(ProviderEvent told) => told switch
    {
        { RefundId: not null } => true,
        { Kind: var kind } => kind.StartsWith("charge", StringComparison.OrdinalIgnoreCase),
    };

    private static TimeSpan Wait(IReadOnlyList<DueEvent> same) =>
        TimeSpan.FromSeconds(Math.Min(_longestWait.TotalSeconds, Math.Pow(2, same.Min(one => one.Attempts))));

    [LoggerMessage(LogLevel.Error, "Payment event {EventId} told of money that no payment here answers to, for a day; look it up in payment_events")]
    private partial void LogUnmatched(long eventId);
}
