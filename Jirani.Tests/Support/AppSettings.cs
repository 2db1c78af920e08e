using System.Security.Cryptography;

namespace Jirani.Tests.Support;

/// <summary>The settings of an app on one database and one port, by their names in the environment.</summary>
public static class AppSettings
{
    public const string AppSecret = "jirani-development-app-secret";
    public const string FlutterwaveWebhookSecret = "jirani-development-webhook-secret";

    private static readonly string _wrappingKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <param name="wire">Stands between the app and the database where given.</param>
    public static Dictionary<string, string> For(TestDatabase database, int port, WireProxy? wire = null)
    {
        var site = $"http://127.0.0.1:{port}";
        return new Dictionary<string, string>
        {
            ["ConnectionStrings__Migrations"] = database.ConnectionString(Login.Migrator),
            ["ConnectionStrings__Service"] = Through(wire, database.ConnectionString(Login.Service)),
            ["ConnectionStrings__Dashboard"] = Through(wire, database.ConnectionString(Login.Dashboard)),
            ["ConnectionStrings__Public"] = Through(wire, database.ConnectionString(Login.Public)),
            ["ConnectionStrings__Identity"] = Through(wire, database.ConnectionString(Login.Identity)),
            ["PUBLIC_SITE_URL"] = site,
            ["DataProtection__WrappingKey"] = _wrappingKey,
            ["WhatsApp__AppSecret"] = AppSecret,
            ["WhatsApp__AccessToken"] = "simulator-token",
            ["WhatsApp__GraphBaseUrl"] = $"{site}/simulator/graph",
            ["Flutterwave__WebhookSecret"] = FlutterwaveWebhookSecret,
            ["Flutterwave__TokenUrl"] = $"{site}/simulator/flutterwave/token",
            ["Flutterwave__BaseUrl"] = $"{site}/simulator/flutterwave",
            ["Flutterwave__ClientId"] = "simulator-client",
            ["Flutterwave__ClientSecret"] = "simulator-client-secret",
            ["Simulator__Enabled"] = "true",
            ["Demo__Seed"] = "true",
        };
    }

    private static string Through(WireProxy? wire, string connectionString) => wire?.ConnectionString(connectionString) ?? connectionString;
}
