using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Identity;

public static class IdentityRegistration
{
    /// <summary>Users, passwords and the key ring; signing in itself belongs to the web project.</summary>
    public static IdentityBuilder AddPeople(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            IdentityDatabase.Create(provider.GetRequiredService<IOptions<ConnectionStringsOptions>>().Value.Identity));
        services.AddDbContext<IdentityContext>((provider, options) => provider.GetRequiredService<IdentityDatabase>().Configure(options));
        services.AddKeyRing();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRules.Hashing.IterationCount);
        return services.AddIdentityCore<User>(PasswordRules.Apply).AddEntityFrameworkStores<IdentityContext>().AddDefaultTokenProviders();
    }

    private static void AddKeyRing(this IServiceCollection services)
    {
        services.AddSettings<KeyRingOptions>(KeyRingOptions.Section);
        services.AddDataProtection().SetApplicationName("jirani").PersistKeysToDbContext<IdentityContext>();
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeyRingOptions>>(
            (management, ring) => management.XmlEncryptor = new KeyWrapper(ring.Value.Key));
    }
}
