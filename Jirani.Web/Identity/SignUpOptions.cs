namespace Jirani.Web.Identity;

internal static class SignUpOptions
{
    /// <summary>Whether strangers may open a store here (setting SignUp:Enabled; on in development unless it says otherwise).</summary>
    public static bool IsSignUpEnabled(this IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetValue<bool?>("SignUp:Enabled") ?? environment.IsDevelopment();
}
