using Jirani.Domain;
using Jirani.Infrastructure.Stores;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Stores;

/// <summary>A third shop, whose number the simulator's Graph knows beside those of the two demo stores.</summary>
internal static class NewShop
{
    public const string Token = "simulator-token";
    public const string PhoneNumberId = "100000000000003";
    public const string Number = "254711000333";
    public const string Password = "a long password";

    public static NewStore Described { get; } = new()
    {
        Slug = "mama-otieno",
        Name = "Mama Otieno",
        Currency = "KES",
        Country = "KE",
        TimeZone = "Africa/Nairobi",
        OwnerEmail = "otieno@jirani.test",
    };

    /// <summary>As the cast knows stores; its ids are the database's own.</summary>
    public static StoreCast Cast { get; } = new(Guid.Empty, Guid.Empty, Described.Slug, Described.Name, Described.Currency, PhoneNumberId);

    public static JiraniAppSetup Setup { get; } = new()
    {
        Settings = new Dictionary<string, string>
        {
            ["Simulator__Stores__0__PhoneNumberId"] = PhoneNumberId,
            ["Simulator__Stores__0__DisplayPhoneNumber"] = Number,
        },
    };

    public static async Task<StoreOpeningOutcome> OpenAsync(JiraniApp app, CancellationToken cancellationToken, NewStore? store = null, string password = Password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreOpening>().OpenAsync(store ?? Described, password, cancellationToken);
    }

    public static async Task<ChannelConnectionOutcome> ConnectAsync(
        JiraniApp app, CancellationToken cancellationToken, ChannelCredentials? credentials = null, string phoneNumberId = PhoneNumberId, string number = Number)
    {
        Assert.True(PhoneNumber.TryParse(number, out var parsed));
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ChannelConnection>()
            .ConnectAsync(Described.Slug, phoneNumberId, parsed, credentials ?? new ChannelCredentials { AccessToken = Token }, cancellationToken);
    }

    public static async Task<JiraniApp> StartOpenedAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var app = await JiraniApp.StartAsync(postgres, cancellationToken, Setup);
        Assert.IsType<StoreOpeningOutcome.Opened>(await OpenAsync(app, cancellationToken));
        return app;
    }

    public static Task<long> ChannelsAsync(JiraniApp app, CancellationToken cancellationToken) => app.Database.ValueAsync<long>(Actor.Superuser,
        "select count(*) from business_channel_settings ch join store_settings s on s.id = ch.store_id where s.store_slug = $1",
        cancellationToken, Described.Slug);
}
