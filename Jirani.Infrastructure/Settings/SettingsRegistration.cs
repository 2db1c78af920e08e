using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Settings;

public static class SettingsRegistration
{
    /// <summary>Binds a section and has it checked before the app serves; an empty section name binds the top level.</summary>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new AnnotatedSettings<TOptions>(section));
        return services;
    }
}
