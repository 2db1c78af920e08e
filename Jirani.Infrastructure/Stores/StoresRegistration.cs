using Jirani.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Infrastructure.Stores;

public static class StoresRegistration
{
    /// <summary>Opening stores and connecting their numbers.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<KeyRing>()
        .AddScoped<StoreOpening>()
        .AddScoped<ChannelConnection>()
        .AddSingleton<ChannelQueries>()
        .AddScoped<ChannelService>()
        .AddScoped<TeamService>();
}
