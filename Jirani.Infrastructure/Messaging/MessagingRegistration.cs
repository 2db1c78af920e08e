using Jirani.Infrastructure.WhatsApp;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Infrastructure.Messaging;

public static class MessagingRegistration
{
    /// <summary>The way of a message: intake, answering, sending.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services) => services
        .AddGraphClient()
        .AddSingleton<ChannelSecrets>()
        .AddSingleton<MessagingTelemetry>()
        .AddSingleton<IntakeLog>()
        .AddSingleton<AnsweringTurns>()
        .AddSingleton<StoreSurroundings>()
        .AddSingleton<AnsweringService>()
        .AddSingleton<AnsweringSweep>()
        .AddSingleton<SendingTurns>()
        .AddSingleton<SendingLog>()
        .AddSingleton<SenderLocks>()
        .AddSingleton<SendingOutcomes>()
        .AddSingleton<Intake>()
        .AddHostedService(provider => provider.GetRequiredService<Intake>())
        .AddSingleton<Orders.OrderExpiryService>()
        .AddHostedService<AnsweringWorker>()
        .AddHostedService<SendingWorker>()
        .AddHostedService<HousekeepingWorker>();
}
