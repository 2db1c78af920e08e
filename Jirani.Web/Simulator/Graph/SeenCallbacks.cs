using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Remembers which callback data one number has sent with, the last quarter of a million at least.</summary>
internal sealed class SeenCallbacks
{
    private const int Generation = 250_000;

    private HashSet<long> _current = [];
    private HashSet<long> _earlier = [];

    /// <returns>False when a message with this callback data was accepted before.</returns>
    public bool Add(string callbackData)
    {
        var key = Key(callbackData);
        if (_earlier.Contains(key) || !_current.Add(key))
        {
            return false;
        }

        if (_current.Count == Generation)
        {
            (_earlier, _current) = (_current, []);
        }

        return true;
    }

    // The product sends a row's number; anything else is told apart by its digest.
    private static long Key(string callbackData) =>
        long.TryParse(callbackData, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(callbackData)));
}
