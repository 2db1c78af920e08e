using System.Threading.RateLimiting;

namespace Jirani.Web.Identity;

/// <summary>How often a password may be tried: ten times at once, then once a minute, whether there is such an account or not.</summary>
internal sealed class GuessLimit(KnownBrowser browsers) : IDisposable
{
    private static readonly TokenBucketRateLimiterOptions _tries = new()
    {
        TokenLimit = 10,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    };

    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(whose => RateLimitPartition.GetTokenBucketLimiter(whose, _ => _tries));

    /// <summary>A browser that signed in to this account before counts alone, all others count together.</summary>
    public bool TryTake(HttpContext context, string email)
    {
        using var lease = _limiter.AttemptAcquire(browsers.Find(context, email) ?? AccountKey.Of(email));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
