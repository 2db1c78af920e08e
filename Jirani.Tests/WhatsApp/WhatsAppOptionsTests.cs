using Jirani.Infrastructure.WhatsApp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Tests.WhatsApp;

public sealed class WhatsAppOptionsTests
{
    [Fact]
    public void The_version_has_a_default_and_tokens_may_be_absent()
    {
        var options = Options([]);

        Assert.Equal(("v26.0", null, null), (options.GraphVersion, options.AccessToken, options.PreviousAppSecret));
    }

    [Theory]
    [InlineData("AppSecret", null)]
    [InlineData("AppSecret", "")]
    [InlineData("AppSecret", "elevenchars")]
    [InlineData("PreviousAppSecret", "elevenchars")]
    [InlineData("GraphBaseUrl", null)]
    [InlineData("GraphBaseUrl", "graph.facebook.com")]
    [InlineData("GraphBaseUrl", "ftp://graph.facebook.com")]
    [InlineData("GraphVersion", "26.0")]
    [InlineData("GraphVersion", "v26.0/..")]
    public void What_could_not_work_stops_the_start(string key, string? value)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(new() { [key] = value }));

        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    private static WhatsAppOptions Options(Dictionary<string, string?> changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AppSecret"] = "twelve-chars",
            ["GraphBaseUrl"] = "https://graph.facebook.com",
        };
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Value is not null)
                .Select(setting => KeyValuePair.Create($"WhatsApp:{setting.Key}", setting.Value)))
            .Build();
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddGraphClient()
            .BuildServiceProvider();
        return provider.GetRequiredService<IOptions<WhatsAppOptions>>().Value;
    }
}
