using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Tests.Flutterwave;

/// <summary>Beside what a single missing setting does.</summary>
public sealed class FlutterwaveSettingsTests
{
    [Fact]
    public void Every_missing_setting_is_named_at_once()
    {
        var failures = Assert.Throws<OptionsValidationException>(() => Options([])).Failures;

        Assert.All(["TokenUrl", "BaseUrl", "ClientId", "ClientSecret", "WebhookSecret"], name =>
            Assert.Single(failures, failure => failure.StartsWith($"Flutterwave:{name} ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Version", "5")]
    [InlineData("SignatureMode", "7")]
    [InlineData("CustomerEmailDomain", "us@example.org")]
    [InlineData("CustomerEmailDomain", "localhost")]
    [InlineData("ScenarioKey", "two words")]
    public void What_could_not_work_stops_the_start(string key, string value) => AssertFault(key, Sound((key, value)));

    [Fact]
    public void A_scenario_that_is_empty_is_none_and_the_live_host_is_known_in_any_case()
    {
        AssertFault("ScenarioKey", Sound(("ScenarioKey", "scenario:auth_redirect"), ("BaseUrl", "https://F4BExperience.flutterwave.com")));

        Assert.Equal("", Options(Sound(("ScenarioKey", ""), ("BaseUrl", "https://f4bexperience.flutterwave.com"))).ScenarioKey);
    }

    [Fact]
    public void A_key_that_no_header_may_hold_stops_the_start() => AssertFault(
        "SecretKey", Sound(("Version", "V3"), ("SignatureMode", "VerifHash"), ("SecretKey", "FLWSECK_TEST-1\n")));

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
