using System.Diagnostics;
using Jirani.Domain.Conversations;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Microsoft.Extensions.Logging;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>Calls the provider for an attempt whose row is committed, and keeps what it said.</summary>
public sealed partial class PaymentStarter(
    IPaymentGateway gateway, OrderLock orders, PaymentSettlement settlement, PaymentNews news, PaymentTelemetry telemetry, ILogger<PaymentStarter> logger)
{
    public bool GatewayAsks => gateway.AsksThePayer;

    /// <param name="orderId">Whose payment it is.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="isFromChat">The customer is not looking at a page: what they have to know is written to them.</param>
    /// <param name="cancellationToken">Ends waiting for the database; a provider that was called is heard to its end.</param>
    internal async Task<PaymentStart> StartAsync(Guid orderId, ChargeRequest request, bool isFromChat, CancellationToken cancellationToken)
    {
        // Not with the caller's token: somebody who closes the page must not leave a charge of which nothing is known.
        var outcome = await gateway.StartAsync(request, CancellationToken.None);
        telemetry.Started(outcome.GetType().Name);
        var written = await orders.HoldAsync(orderId, (locked, batch) => Write(locked, batch, request.AttemptId, outcome, isFromChat), CancellationToken.None);
        if (written is not { } storeId)
        {
            throw new UnreachableException();
        }

        Report(request.AttemptId, outcome);
        news.Changed(storeId, orderId, request.AttemptId);
        if (outcome is StartOutcome.Started { Charge.Status: not ChargeStatus.Pending })
        {
            await settlement.AskAsync(request.AttemptId, "start", cancellationToken);
        }

        return ToStart(request.AttemptId, outcome);
    }

    private static Guid? Write(LockedOrder locked, NpgsqlBatch batch, Guid paymentId, StartOutcome outcome, bool isFromChat)
    {
        switch (outcome)
        {
            case StartOutcome.Started started:
                Begun(locked, batch, paymentId, started, isFromChat);
                break;
            case StartOutcome.Refused refused when locked.Find(paymentId)!.Status.IsOpen():
                Refuse(locked, batch, paymentId, refused, isFromChat);
                break;
        }

        var word = outcome is StartOutcome.Refused ? PaymentOutcome.Failed : outcome is StartOutcome.Unknown ? PaymentOutcome.Unknown : PaymentOutcome.Waiting;
        batch.Add(
            SettlementStatements.Heard, Value(locked.StoreId), Value(paymentId), Value("start"),
            Value((outcome as StartOutcome.Refused)?.Code ?? (outcome as StartOutcome.Started)?.Charge?.ProviderStatus), Value(word),
            Value<int?>(null), Value<byte[]>([]));
        return locked.StoreId;
    }

    private static void Begun(LockedOrder locked, NpgsqlBatch batch, Guid paymentId, StartOutcome.Started started, bool isFromChat)
    {
        var page = (started.Next as NextAction.Redirect)?.Url;
        batch.Add(
            SettlementStatements.Started, Value(locked.StoreId), Value(paymentId), Value(started.Charge?.ChargeId), Value(started.Charge?.ProviderStatus),
            Value((started.Next as NextAction.Prompt)?.Note), Value(page?.AbsoluteUri));
        if (isFromChat && page is not null)
        {
            OrderChanges.Tell(batch, locked, OrderNotice.PaymentContinues(locked.Placed, page));
        }
    }

    private static void Refuse(LockedOrder locked, NpgsqlBatch batch, Guid paymentId, StartOutcome.Refused refused, bool isFromChat)
    {
        batch.Add(
            SettlementStatements.Failed, Value(locked.StoreId), Value(paymentId), Value(PaymentStatus.Failed.ToText()), Value(FailureReason.Refused),
            Value(refused.Code), Value(refused.Sentence));
        if (isFromChat)
        {
            OrderChanges.Tell(batch, locked, OrderNotice.PromptRefused(locked.Store, locked.Placed, refused.Sentence));
        }
    }

    private static PaymentStart.UnderWay ToStart(Guid paymentId, StartOutcome outcome) => outcome switch
    {
        StartOutcome.Started started => new PaymentStart.UnderWay(paymentId, PaymentStatus.Pending, started.Next),
        StartOutcome.Refused => new PaymentStart.UnderWay(paymentId, PaymentStatus.Failed, null),
        _ => new PaymentStart.UnderWay(paymentId, PaymentStatus.Pending, null),
    };

    private void Report(Guid paymentId, StartOutcome outcome)
    {
        switch (outcome)
        {
            case StartOutcome.Refused refused:
                LogRefused(paymentId, refused.Code);
                break;
            case StartOutcome.Unknown unknown:
                LogUnknown(paymentId, unknown.Reason);
                break;
            case StartOutcome.Started { Next: NextAction.Other other }:
                LogOther(paymentId, other.Type);
                break;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentId}: the provider refused to begin it ({Code})")]
    private partial void LogRefused(Guid paymentId, string code);

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentId}: whether it was begun is not known ({Reason}); it is asked after")]
    private partial void LogUnknown(Guid paymentId, string reason);

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentId}: the provider wants something that nobody here can do ({Type}); it is followed")]
    private partial void LogOther(Guid paymentId, string? type);
}
