using System.Security.Cryptography;
using System.Text;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Ids of Meta's form: base64 around the other side's number and a random part.</summary>
internal static class MessageIds
{
    private static ReadOnlySpan<byte> Middle => [0x15, 0x02, 0x00, 0x11, 0x18, 0x14];

    public static string New(string party)
    {
        var partyBytes = Encoding.ASCII.GetBytes(party);
        byte[] bytes =
        [
            0x1c, 0x18, (byte)partyBytes.Length, .. partyBytes, .. Middle,
            .. Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(20)), 0x00,
        ];
        return "wamid." + Convert.ToBase64String(bytes);
    }
}
