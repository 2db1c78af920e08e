using Jirani.Tests.Support;

namespace Jirani.Tests.Observability;

public sealed class SettingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_without_settings_is_one_message_that_names_every_one()
    {
        var output = await StartAsync([]);

        foreach (var setting in new[]
        {
            "PUBLIC_SITE_URL", "WhatsApp:AppSecret", "WhatsApp:GraphBaseUrl", "Flutterwave:BaseUrl", "Flutterwave:WebhookSecret", "DataProtection:WrappingKey",
            "ConnectionStrings:Service", "ConnectionStrings:Dashboard", "ConnectionStrings:Public", "ConnectionStrings:Identity",
        })
        {
            Assert.Contains($"  {setting} ", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PUBLIC_SITE_URL", "/relative", "PUBLIC_SITE_URL must be an absolute")]
    [InlineData("WhatsApp__AppSecret", "short", "WhatsApp:AppSecret must be")]
    [InlineData("Flutterwave__WebhookSecret", "short", "Flutterwave:WebhookSecret needs 12")]
    [InlineData("DataProtection__WrappingKey", "bm90IDMyIGJ5dGVz", "DataProtection:WrappingKey must be the base64 of 32 bytes")]
    [InlineData("DataProtection__WrappingKey", "%%%", "DataProtection:WrappingKey must be the base64 of 32 bytes")]
    public async Task A_setting_that_cannot_work_stops_the_start(string name, string value, string complaint)
    {
        Assert.Contains(complaint, await StartAsync(new Dictionary<string, string> { [name] = value }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("V4", "TokenUrl is missing", "ClientId is missing", "ClientSecret needs 12")]
    [InlineData("V3", "SecretKey needs 12", "SignatureMode must be VerifHash")]
    public async Task What_each_version_of_Flutterwave_lacks_stops_the_start(string version, params string[] complaints)
    {
        var output = await StartAsync(new Dictionary<string, string>
        {
            ["Flutterwave__Version"] = version,
            ["Flutterwave__BaseUrl"] = "https://flutterwave.example.org",
            ["Flutterwave__WebhookSecret"] = AppSettings.FlutterwaveWebhookSecret,
        });

        Assert.All(complaints, complaint => Assert.Contains($"  Flutterwave:{complaint}", output, StringComparison.Ordinal));
    }

    /// <returns>What it wrote before it ended with code 1. Production, where no development value fills a gap.</returns>
    private static async Task<string> StartAsync(Dictionary<string, string> settings)
    {
        settings["ASPNETCORE_ENVIRONMENT"] = settings["DOTNET_ENVIRONMENT"] = "Production";
        await using var app = AppProcess.Start(settings, Port.Free());
        await app.WaitForExitAsync(Cancel);
        Assert.Equal(1, app.ExitCode);
        return app.Output;
    }
}
