using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The tokens that were handed out and have not run out.</summary>
internal sealed class IssuedTokens(TimeProvider time)
{
    public const int Seconds = 600;

    private const int MostTokens = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _endsAt = [];

    public string Issue()
    {
        if (_endsAt.Count >= MostTokens)
        {
            _endsAt.Clear();
        }

        var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        _endsAt[token] = time.GetUtcNow().AddSeconds(Seconds);
        return token;
    }

    /// <param name="authorization">The header's value.</param>
    public bool Knows(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) is true
        && _endsAt.TryGetValue(authorization["Bearer ".Length..], out var endsAt) && time.GetUtcNow() < endsAt;

    public void Revoke() => _endsAt.Clear();
}
