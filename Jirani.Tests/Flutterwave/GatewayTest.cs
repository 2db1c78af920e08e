using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jirani.Tests.Flutterwave;

/// <summary>The gateway as the app registers it, before a peer of its own, on a clock of its own.</summary>
public abstract class GatewayTest(CustomerTable table) : IClassFixture<CustomerTable>, IAsyncLifetime
{
    protected const string Reference = "jir0123456789abcdef0123456789abcdef";
    protected const string ClientSecret = "client-secret-of-a-test";
    protected const string SecretKey = "FLWSECK_TEST-of-a-test";

    private readonly List<ServiceProvider> _providers = [];
    private readonly RecordedLogs _logs = new();
    private FlutterwavePeer? _peer;
    private IPaymentGateway? _gateway;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected FlutterwavePeer Peer => _peer ?? throw new InvalidOperationException("The test has not begun.");

    private protected HurriedClock Clock { get; } = new();

    protected IPaymentGateway Gateway => _gateway ??= Services().GetRequiredService<IPaymentGateway>();

    /// <summary>Over the usual ones of each test.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>Amina pays an order of Nakato Fresh.</summary>
    private protected ChargeRequest Request { get; } = new()
    {
        AttemptId = Guid.NewGuid(),
        Reference = Reference,
        Amount = new Money(45_000.00m, new Currency("UGX")),
        CustomerId = Guid.NewGuid(),
        OrderNumber = "1043",
        StoreName = "Nakato Fresh",
        Payer = new PayerNumber("256", "700000001"),
        Network = "MTN",
        Email = "Amina.Test@Example.com",
        PayerName = "Amina Nakato",
        ReturnTo = new Uri("https://pay.example.com/return"),
    };

    public async ValueTask InitializeAsync()
    {
        await table.ForgetAsync(Cancel);
        _peer = await FlutterwavePeer.StartAsync(Cancel);
    }

    /// <summary>No test may let a secret or a token out.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await Peer.DisposeAsync();
        AssertNoSecret(_logs.Text);
    }

    private protected static void AssertNoSecret(string text)
    {
        foreach (var secret in new[] { ClientSecret, SecretKey, "token-", "client-of-a-test" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    private protected Task<StartOutcome> StartAsync(ChargeRequest? request = null) => Gateway.StartAsync(request ?? Request, Cancel);

    private protected async Task<StartOutcome.Started> StartedAsync(ChargeRequest? request = null) =>
        Assert.IsType<StartOutcome.Started>(await StartAsync(request));

    /// <summary>Another app on the same database.</summary>
    protected IServiceProvider Services(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["PUBLIC_SITE_URL"] = "https://shops.example.org",
            ["Flutterwave:TokenUrl"] = $"{Peer.Address}/token",
            ["Flutterwave:BaseUrl"] = Peer.Address,
            ["Flutterwave:ClientId"] = "client-of-a-test",
            ["Flutterwave:ClientSecret"] = ClientSecret,
            ["Flutterwave:WebhookSecret"] = "webhook-secret-of-a-test",
        };
        foreach (var (key, value) in Settings.Select(setting => (setting.Key, setting.Value)).Concat(changes))
        {
            settings[key] = value;
        }

        var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(table.Service)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs))
            .AddSettings<PublicSiteOptions>(PublicSiteOptions.Section)
            .AddFlutterwave()
            .BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }
}
