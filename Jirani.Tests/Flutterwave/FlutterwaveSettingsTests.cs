using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Tests.Flutterwave;

public sealed class FlutterwaveSettingsTests
{
    [Fact]
    public void Every_missing_setting_is_named_at_once()
    {
        var failures = Assert.Throws<OptionsValidationException>(() => Options([])).Failures;

        Assert.All(["TokenUrl", "BaseUrl", "ClientId", "ClientSecret", "WebhookSecret"], name =>
            Assert.Single(failures, failure => failure.StartsWith($"Flutterwave:{name} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_fourth_version_signs_by_digest_unless_told_otherwise()
    {
        var options = Options(Sound());

        Assert.Equal((FlutterwaveVersion.V4, SignatureMode.HmacSha256Base64), (options.Version, options.SignatureMode));
    }

    [Theory]
    [InlineData("TokenUrl", "/token")]
    [InlineData("BaseUrl", "flutterwave.com")]
    [InlineData("BaseUrl", "ftp://flutterwave.com")]
    [InlineData("ClientId", " ")]
    [InlineData("ClientSecret", "elevenchars")]
    [InlineData("WebhookSecret", "elevenchars")]
    [InlineData("Version", "5")]
    [InlineData("SignatureMode", "7")]
    [InlineData("CustomerEmailDomain", "us@example.org")]
    [InlineData("CustomerEmailDomain", "localhost")]
    [InlineData("ScenarioKey", "two words")]
    public void What_could_not_work_stops_the_start(string key, string value) => AssertFault(key, Sound((key, value)));

    [Fact]
    public void A_scenario_is_refused_where_money_is_real()
    {
        AssertFault("ScenarioKey", Sound(("ScenarioKey", "scenario:auth_redirect"), ("BaseUrl", "https://F4BExperience.flutterwave.com")));

        Assert.Equal("", Options(Sound(("ScenarioKey", ""), ("BaseUrl", "https://f4bexperience.flutterwave.com"))).ScenarioKey);
        Assert.NotNull(Options(Sound(("ScenarioKey", "scenario:auth_redirect"))).ScenarioKey);
    }

    [Fact]
    public void The_third_version_needs_its_own_key_and_its_own_signature()
    {
        (string, string?)[] third = [("Version", "V3"), ("TokenUrl", null), ("ClientId", null), ("ClientSecret", null)];

        AssertFault("SecretKey", Sound([.. third, ("SignatureMode", "VerifHash")]));
        AssertFault("SecretKey", Sound([.. third, ("SignatureMode", "VerifHash"), ("SecretKey", "FLWSECK_TEST-1\n")]));
        AssertFault("SignatureMode", Sound([.. third, ("SecretKey", "FLWSECK_TEST-1")]));
        Assert.Equal(FlutterwaveVersion.V3, Options(Sound([.. third, ("SignatureMode", "VerifHash"), ("SecretKey", "FLWSECK_TEST-1")])).Version);
    }

    private static void AssertFault(string key, Dictionary<string, string?> settings) => Assert.Contains(
        Assert.Throws<OptionsValidationException>(() => Options(settings)).Failures,
        failure => failure.StartsWith($"Flutterwave:{key} ", StringComparison.Ordinal));

    private static Dictionary<string, string?> Sound(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["TokenUrl"] = "https://idp.flutterwave.com/token",
            ["BaseUrl"] = "https://developersandbox-api.flutterwave.com",
            ["ClientId"] = "client",
            ["ClientSecret"] = "twelve-chars",
            ["WebhookSecret"] = "twelve-chars",
        };
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        return settings;
    }

    private static FlutterwaveOptions Options(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Value is not null)
                .Select(setting => KeyValuePair.Create($"Flutterwave:{setting.Key}", setting.Value)))
            .Build();
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSettings<FlutterwaveOptions>(FlutterwaveOptions.Section)
            .BuildServiceProvider();
        return provider.GetRequiredService<IOptions<FlutterwaveOptions>>().Value;
    }
}
