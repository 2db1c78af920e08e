using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Infrastructure.Live;

public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<LiveFeed>()
        .AddSingleton<LiveUpdates>()
        .AddSingleton<SharedReads>()
        .AddSingleton<AudienceQueries>()
        .AddHostedService<LiveExchange>()
        .AddHostedService<LiveResync>();
}
