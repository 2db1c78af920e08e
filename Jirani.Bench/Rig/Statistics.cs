namespace Jirani.Bench.Rig;

internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Percentile([.. values.Order()], 0.5);

    /// <param name="sorted">Ascending; not empty.</param>
    /// <param name="share">0.99 for the 99th percentile.</param>
    public static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = sorted[(int)Math.Floor(place)];
        var above = sorted[(int)Math.Ceiling(place)];
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
