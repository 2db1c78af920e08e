using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

public sealed class StorefrontTests
{
    private static readonly Guid _order = new("0d8f7b6a-9c1e-4b7e-8a57-4d6f3c2b1a00");

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("https://shop.example/")]
    public void Its_pages_are_absolute_addresses_under_the_public_site(string site)
    {
        var store = Given.Store(publicSite: site);

        Assert.Equal(
            "https://shop.example/store/mama-njeri/checkout?session=wa:254733905117&order=0d8f7b6a-9c1e-4b7e-8a57-4d6f3c2b1a00",
            store.Checkout(Given.OtienosSession, _order));
        Assert.Equal("https://shop.example/api/payments/initiate?order=0d8f7b6a-9c1e-4b7e-8a57-4d6f3c2b1a00", store.Pay(_order));
        Assert.Equal("https://shop.example/store/mama-njeri/track?order=0d8f7b6a-9c1e-4b7e-8a57-4d6f3c2b1a00", store.Track(_order));
    }

    [Fact]
    public void A_session_cannot_break_out_of_the_address()
    {
        Assert.Contains("session=wa:US.1%26order%3D2%23&order=", Given.Store().Checkout("wa:US.1&order=2#", _order), StringComparison.Ordinal);
    }
}
