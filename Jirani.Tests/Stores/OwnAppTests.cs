using System.Net;
using Jirani.Infrastructure.Stores;
using Jirani.Tests.Support;

namespace Jirani.Tests.Stores;

/// <summary>A store with a Meta app of its own: its secret opens its own address and no other, and no other secret opens that one.</summary>
public sealed class OwnAppTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string OwnSecret = "the-secret-of-the-stores-own-app";
    private const string Common = "/webhooks/whatsapp";

    private JiraniApp? _app;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Own => $"{Common}/{NewShop.Described.Slug}";

    private JiraniApp App => _app ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync()
    {
        _app = await NewShop.StartOpenedAsync(postgres, Cancel);
        var connected = await NewShop.ConnectAsync(_app, Cancel, new ChannelCredentials { AccessToken = NewShop.Token, AppSecret = OwnSecret });
        Assert.True(Assert.IsType<ChannelConnectionOutcome.Connected>(connected).HasOwnApp);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Its_own_secret_opens_its_own_address()
    {
        var body = SignedMessage.Text(NewShop.PhoneNumberId, Cast.Otieno, "CART", "wamid.own");

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, Own, OwnSecret));

        await App.WaitUntilProcessedAsync("wamid.own", Cancel);
    }

    [Theory]
    [InlineData("/webhooks/whatsapp/mama-otieno", AppSettings.AppSecret)]
    [InlineData("/webhooks/whatsapp/mama-njeri", OwnSecret)]
    [InlineData("/webhooks/whatsapp/nobody", OwnSecret)]
    [InlineData(Common, OwnSecret)]
    public async Task A_secret_opens_no_address_that_is_not_its_own(string address, string secret)
    {
        var body = SignedMessage.Text(NewShop.PhoneNumberId, Cast.Otieno, "CART");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(body, address, secret));

        Assert.Equal(0L, await App.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log", Cancel));
    }

    [Fact]
    public async Task A_message_for_another_stores_number_under_its_own_address_reaches_nobody()
    {
        var body = SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, Cast.Otieno, "CART");

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, Own, OwnSecret));

        Assert.Equal(0L, await App.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log", Cancel));
        Assert.Equal(1L, await App.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from webhook_quarantine", Cancel));
    }

    private async Task<HttpStatusCode> PostAsync(byte[] body, string address, string secret)
    {
        using var request = SignedMessage.Post(body, address, SignedMessage.Signature(body, secret));
        using var response = await App.Client.SendAsync(request, Cancel);
        return response.StatusCode;
    }
}
