using Jirani.Infrastructure.Flutterwave;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Flutterwave;

public sealed class StandInEmailTests(CustomerTable table) : GatewayTest(table)
{
    [Fact]
    public async Task A_customers_own_address_is_taken_in_small_letters()
    {
        await StartAsync();

        Assert.Equal("amina.test@example.com", Sent());
    }

    [Fact]
    public async Task A_customer_without_an_address_has_the_same_one_of_our_own_for_every_order()
    {
        await StartAsync(Request with { Email = null });
        await StartAsync(Request with { Email = null, AttemptId = Guid.NewGuid(), OrderNumber = "1044" });

        Assert.Equal($"customer-{Request.CustomerId:N}@shops.example.org", Sent());
    }

    [Theory]
    [InlineData("https://shops.example.org", null, "shops.example.org")]
    [InlineData("https://shops.example.org", "mail.example.org", "mail.example.org")]
    [InlineData("http://127.0.0.1:5080", null, "customers.invalid")]
    [InlineData("http://localhost:5080", null, "customers.invalid")]
    [InlineData("http://[::1]:5080", null, "customers.invalid")]
    public async Task The_address_is_never_under_a_strangers_name(string site, string? domain, string expected)
    {
        var gateway = Services(("PUBLIC_SITE_URL", site), ("Flutterwave:CustomerEmailDomain", domain)).GetRequiredService<IPaymentGateway>();

        await gateway.StartAsync(Request with { Email = null }, Cancel);

        Assert.EndsWith($"@{expected}", Sent(), StringComparison.Ordinal);
    }

    private string? Sent() => Peer.Only("POST customers").Body.GetProperty("email").GetString();
}
