namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>The first answer to each idempotency key.</summary>
internal sealed class ReplyCache
{
    private const int MostKeys = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Path, string Key), FlutterwaveReply> _first = [];

    /// <summary>Answers one call at a time, so that two with one key cannot both be the first.</summary>
    /// <param name="path">Keys of different paths are different.</param>
    /// <param name="key">Null is never remembered.</param>
    /// <param name="answer">Makes the first answer.</param>
    /// <param name="isHit">The key was answered before.</param>
    public FlutterwaveReply Serve(string path, string? key, Func<FlutterwaveReply> answer, out bool isHit)
    {
        lock (_lock)
        {
            isHit = key is not null && _first.ContainsKey((path, key));
            if (isHit)
            {
                return _first[(path, key!)] with { Fault = null };
            }

            var reply = answer();
            if (key is not null && reply.Fault is null or { TakesOn: true })
            {
                Remember((path, key!), reply);
            }

            return reply;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _first.Clear();
        }
    }

    private void Remember((string Path, string Key) key, FlutterwaveReply reply)
    {
        if (_first.Count >= MostKeys)
        {
            _first.Clear();
        }

        _first[key] = reply with { Charge = null };
    }
}
