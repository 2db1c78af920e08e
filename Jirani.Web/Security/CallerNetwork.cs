using System.Net;
using System.Net.Sockets;

namespace Jirani.Web.Security;

/// <summary>Whom a limit counts as one caller: an address of IPv4, and of IPv6 the 64 bits that one connection is given to choose from (RFC 6177).</summary>
internal static class CallerNetwork
{
    private const int Prefix = 8;

    /// <returns><see cref="IPAddress.None"/> for all whose connection has no address, as behind a proxy that asks through a Unix socket.</returns>
    public static IPAddress Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Prefix).Clear();
        return new IPAddress(bytes);
    }
}
