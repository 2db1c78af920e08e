namespace Jirani.Bench.Webhook;

/// <param name="Sent">How many messages of each connection were acknowledged.</param>
/// <param name="Counted">How many of them count: acknowledged or answered within the time.</param>
internal sealed record LoadResult(int[] Sent, int Counted, TimeSpan Time)
{
    public double PerSecond => Counted / Time.TotalSeconds;
}
