using System.Net;
using Jirani.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Jirani.Tests.Security;

public sealed class CallerNetworkTests
{
    [Theory]
    [InlineData("196.201.214.7", "196.201.214.7")]
    [InlineData("::ffff:196.201.214.7", "196.201.214.7")]
    [InlineData("2c0f:fe38:2101:7a4e:1c2d:3e4f:5a6b:7c8d", "2c0f:fe38:2101:7a4e::")]
    [InlineData("2c0f:fe38:2101:7a4e::1", "2c0f:fe38:2101:7a4e::")]
    [InlineData("2c0f:fe38:2101:7a4f::1", "2c0f:fe38:2101:7a4f::")]
    public void An_address_counts_for_the_network_whose_addresses_one_caller_may_choose_from(string address, string network)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);

        Assert.Equal(IPAddress.Parse(network), CallerNetwork.Of(context));
    }

    [Fact]
    public void A_connection_without_an_address_counts_with_all_of_its_kind() => Assert.Equal(IPAddress.None, CallerNetwork.Of(new DefaultHttpContext()));
}
