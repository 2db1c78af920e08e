using System.Security.Cryptography;
using Jirani.Infrastructure.Stores;
using Jirani.Infrastructure.WhatsApp;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Stores;

public sealed class ChannelSecretsAtRestTests(PostgresFixture postgres)
{
    private const string AppSecret = "canary-app-secret";
    private const string VerifyToken = "canary-verify-token";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_of_the_whole_database_shows_no_secret()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        Assert.IsType<ChannelConnectionOutcome.Connected>(await NewShop.ConnectAsync(
            app, Cancel, new ChannelCredentials { AccessToken = NewShop.Token, AppSecret = AppSecret, VerifyToken = VerifyToken }));

        var copy = await app.Database.ValueAsync<string>(Actor.Superuser, "select database_to_xml(true, false, '')::text", Cancel);

        Assert.Contains("app_secret_protected", copy, StringComparison.Ordinal);
        Assert.All([NewShop.Token, AppSecret, VerifyToken, NewShop.Password], secret => Assert.DoesNotContain(secret, copy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ciphertext_copied_from_another_stores_row_opens_nothing()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var secrets = app.Services.GetRequiredService<ChannelSecrets>();
        var (mine, theirs) = (Guid.NewGuid(), Guid.NewGuid());

        var copied = secrets.ProtectAccessToken(theirs, NewShop.Token);

        Assert.Equal(NewShop.Token, secrets.AccessToken(theirs, copied));
        Assert.Throws<CryptographicException>(() => secrets.AccessToken(mine, copied));
    }

    [Fact]
    public async Task A_ciphertext_of_one_kind_of_secret_is_none_of_another()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var secrets = app.Services.GetRequiredService<ChannelSecrets>();
        var store = Guid.NewGuid();

        Assert.Throws<CryptographicException>(() => secrets.AccessToken(store, secrets.ProtectAppSecret(store, AppSecret)));
    }
}
