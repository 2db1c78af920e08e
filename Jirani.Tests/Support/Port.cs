using System.Net;
using System.Net.Sockets;

namespace Jirani.Tests.Support;

public static class Port
{
    /// <summary>A free port below those that outgoing connections are given, so that none of them takes it meanwhile.</summary>
    public static int Free()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (attempt < 50)
            {
                // Taken: try another.
            }
        }
    }
}
