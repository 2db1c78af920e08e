using Jirani.Infrastructure.Flutterwave;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Tests.Flutterwave;

public sealed class FlutterwaveOptionsTests
{
    private const string Live = "https://f4bexperience.flutterwave.com";

    [Fact]
    public void Version_4_and_the_digest_are_what_is_meant_where_nothing_is_said()
    {
        var options = Options();

        Assert.Equal((FlutterwaveVersion.V4, SignatureMode.HmacSha256Base64, null), (options.Version, options.SignatureMode, options.ScenarioKey));
    }

    [Theory]
    [InlineData("BaseUrl", null)]
    [InlineData("BaseUrl", "api.flutterwave.com")]
    [InlineData("BaseUrl", "ftp://api.flutterwave.com")]
    [InlineData("TokenUrl", null)]
    [InlineData("TokenUrl", "idp.flutterwave.com/token")]
    [InlineData("ClientId", null)]
    [InlineData("ClientId", " ")]
    [InlineData("ClientSecret", null)]
    [InlineData("ClientSecret", "elevenchars")]
    [InlineData("WebhookSecret", null)]
    [InlineData("WebhookSecret", "")]
    [InlineData("WebhookSecret", "elevenchars")]
    public void What_could_not_work_stops_the_start(string key, string? value) => AssertFault(key, (key, value));

    [Theory]
    [InlineData("SecretKey", null)]
    [InlineData("SecretKey", "elevenchars")]
    [InlineData("SignatureMode", null)]
    [InlineData("SignatureMode", "PlainSecret")]
    public void Version_3_needs_its_key_and_its_own_way_to_sign(string key, string? value) =>
        AssertFault(key, ("Version", "V3"), ("SecretKey", "FLWSECK_TEST-x"), ("SignatureMode", "VerifHash"), (key, value));

    [Fact]
    public void Version_3_needs_nothing_of_version_4() =>
        Assert.Equal(FlutterwaveVersion.V3, Options(
            ("Version", "V3"), ("SecretKey", "FLWSECK_TEST-x"), ("SignatureMode", "VerifHash"), ("TokenUrl", null), ("ClientId", null), ("ClientSecret", null)).Version);

    [Fact]
    public void A_scenario_is_played_in_the_sandbox_and_never_where_money_is_real()
    {
        Assert.Equal("scenario:auth_redirect", Options(("ScenarioKey", "scenario:auth_redirect")).ScenarioKey);
        AssertFault("ScenarioKey", ("ScenarioKey", "scenario:auth_redirect"), ("BaseUrl", Live));
    }

    [Fact]
    public void A_scenario_beside_an_address_that_is_none_is_told_and_throws_nothing_else() =>
        AssertFault("BaseUrl", ("ScenarioKey", "scenario:auth_redirect"), ("BaseUrl", "relative"));

    private static void AssertFault(string key, params (string Key, string? Value)[] changes)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(changes));

        Assert.Contains(failure.Failures, fault => fault.StartsWith($"Flutterwave:{key} ", StringComparison.Ordinal));
    }

    private static FlutterwaveOptions Options(params (string Key, string? Value)[] changes)
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

        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Value is not null)
                .Select(setting => KeyValuePair.Create($"Flutterwave:{setting.Key}", setting.Value)))
            .Build();
        using var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddFlutterwave().BuildServiceProvider();
        return provider.GetRequiredService<IOptions<FlutterwaveOptions>>().Value;
    }
}
