using Jirani.Infrastructure.WhatsApp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.WhatsApp;

/// <summary>The client as the app registers it, with a clock of the test's own.</summary>
internal sealed class GraphRig : IAsyncDisposable
{
    private readonly List<ServiceProvider> _providers = [];

    public static GraphMessage Message { get; } = new()
    {
        PhoneNumberId = "100000000000001",
        AccessToken = "simulator-token\n",
        Phone = "254700000001",
        LogId = 42,
        Payload = GraphMessage.TextPayload("Habari 😀"),
    };

    public static Uri Nowhere { get; } = new("http://127.0.0.1:1/");

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1795460000));

    public GraphClient Client(Uri address)
    {
        var settings = new Dictionary<string, string?>
        {
            ["WhatsApp:AppSecret"] = "jirani-development-app-secret",
            ["WhatsApp:GraphBaseUrl"] = address.AbsoluteUri,
        };
        var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddGraphClient()
            .BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredService<GraphClient>();
    }

    public Task<SendOutcome> SendAsync(Uri address) => Client(address).SendAsync(Message, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }
}
