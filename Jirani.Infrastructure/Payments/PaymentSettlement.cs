using System.Diagnostics;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Microsoft.Extensions.Logging;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>Asks the provider about one payment, has Domain compare, and writes all that follows in one transaction under the order's lock.</summary>
public sealed partial class PaymentSettlement(
    ServiceDatabase database, IPaymentGateway gateway, OrderLock orders, PaymentNews news, PaymentTelemetry telemetry, ILogger<PaymentSettlement> logger)
{
    private const string Find = """
        select store_id, order_id, reference, flw_charge_id from payment_transactions where id = $1 and provider = 'flutterwave'
        """;

    /// <param name="paymentId">One that is not of the provider is left alone.</param>
    /// <param name="source">Why it is asked: <c>poll</c>, <c>start</c> or <c>owner</c>; a webhook asks as a poll.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>One of <see cref="PaymentOutcome"/>.</returns>
    internal async Task<string> AskAsync(Guid paymentId, string source, CancellationToken cancellationToken)
    {
        if (await FindAsync(paymentId, cancellationToken) is not var (storeId, orderId, reference, chargeId))
        {
            return PaymentOutcome.Ignored;
        }

        var begun = Stopwatch.GetTimestamp();
        var answer = await gateway.QueryAsync(reference, chargeId, cancellationToken);
        var took = (int)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var outcome = await orders.HoldAsync(orderId, (locked, batch) => Write(locked, batch, paymentId, answer, source, took), cancellationToken)
            ?? PaymentOutcome.Ignored;
        Report(paymentId, outcome, answer);
        news.Changed(storeId, orderId, paymentId);
        return outcome;
    }

    private async Task<(Guid StoreId, Guid OrderId, string Reference, string? ChargeId)?> FindAsync(Guid paymentId, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Find, Value(paymentId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.TextOrNull(3))
            : null;
    }

    private static string Write(LockedOrder locked, NpgsqlBatch batch, Guid paymentId, QueryOutcome answer, string source, int took)
    {
        var payment = locked.Find(paymentId)!;
        var report = Own(payment, (answer as QueryOutcome.Found)?.Charge);
        var verdict = PaymentDecision.Judge(locked.Open(payment), report, locked.Now - payment.CreatedAt);
        var written = PaymentEffects.Add(batch, locked, payment, verdict, report);
        var outcome = report is null && verdict is PaymentVerdict.Nothing ? PaymentOutcome.Unknown : written;
        batch.Add(
            SettlementStatements.Heard, Value(locked.StoreId), Value(paymentId), Value(source), Value(report?.ProviderStatus), Value(outcome), Value(took),
            Value((answer as QueryOutcome.Found)?.Body.ToArray() ?? []));
        return outcome;
    }

    /// <summary>A charge that carries another of our references is that payment's to settle: here it is as if there were none.</summary>
    private static ChargeReport? Own(LockedPayment payment, ChargeReport? report) =>
        report?.Reference is { } reference && reference != payment.Reference && PaymentReference.IsOurs(reference) ? null : report;

    private void Report(Guid paymentId, string outcome, QueryOutcome answer)
    {
        telemetry.Heard(outcome);
        switch (outcome)
        {
            case PaymentOutcome.Contradiction:
                LogContradiction(paymentId);
                break;
            case PaymentOutcome.Review:
                LogReview(paymentId);
                break;
            case PaymentOutcome.Unknown when answer is QueryOutcome.Unknown unknown:
                LogUnknown(paymentId, unknown.Reason);
                break;
        }

        if (answer is QueryOutcome.Found { Charge.Status: ChargeStatus.Unknown })
        {
            LogStrange(paymentId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentId}: its money waits for a person")]
    private partial void LogReview(Guid paymentId);

    [LoggerMessage(LogLevel.Error, "Payment {PaymentId} had succeeded, and the provider now says otherwise; nothing was changed")]
    private partial void LogContradiction(Guid paymentId);

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentId}: the provider could not be asked ({Reason}); it is asked again")]
    private partial void LogUnknown(Guid paymentId, string reason);

    [LoggerMessage(LogLevel.Error, "Payment {PaymentId}: the provider names a status that nobody here knows; it stays pending")]
    private partial void LogStrange(Guid paymentId);
}
