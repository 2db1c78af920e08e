using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Database;

public static class DatabaseRegistration
{
    /// <summary>One data source for each login of the running app. The migrations' login is not among them.</summary>
    public static IServiceCollection AddDatabases(this IServiceCollection services) => services
        .AddSettings<ConnectionStringsOptions>(ConnectionStringsOptions.Section)
        .AddSingleton(provider => ServiceDatabase.Create(Strings(provider).Service))
        .AddSingleton(provider => OwnerDatabase.Create(Strings(provider).Dashboard))
        .AddSingleton(provider => PublicDatabase.Create(Strings(provider).Public))
        .AddSingleton<SchemaVersion>();

    private static ConnectionStringsOptions Strings(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<ConnectionStringsOptions>>().Value;
}
