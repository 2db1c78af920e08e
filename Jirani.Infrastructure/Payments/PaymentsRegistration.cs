using Jirani.Infrastructure.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Infrastructure.Payments;

public static class PaymentsRegistration
{
    /// <summary>The way of money: begun, heard, asked after, booked, given back.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton<PaymentTelemetry>()
        .AddSingleton<PaymentWakes>()
        .AddSingleton<PaymentNews>()
        .AddSingleton<OrderLock>()
        .AddSingleton<EachAlone>()
        .AddSingleton<PaymentService>()
        .AddSingleton<PaymentStarter>()
        .AddSingleton<PaymentStarts>()
        .AddSingleton<PaymentSettlement>()
        .AddSingleton<PaymentEvents>()
        .AddSingleton<PaymentEventWork>()
        .AddSingleton<PaymentPolls>()
        .AddSingleton<RefundFollower>()
        .AddSingleton<OwnedPayments>()
        .AddSingleton<PaymentAskService>()
        .AddSingleton<RefundService>()
        .AddSingleton<ReviewService>()
        .AddSingleton<CashService>()
        .AddHostedService<PaymentWorker>()
        .AddHostedService<LedgerWorker>();
}
