using CsCheck;
using Jirani.Domain.Messaging;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging;

public sealed class AllowanceTests
{
    [Fact]
    public void A_pair_may_send_45_at_once_and_then_one_each_six_seconds()
    {
        var starts = new List<DateTimeOffset>();
        foreach (var _ in Enumerable.Range(0, 48))
        {
            starts.Add(PairAllowance.NextStart(starts, Given.Noon));
        }

        Assert.All(starts.Take(45), start => Assert.Equal(Given.Noon, start));
        Assert.Equal([6, 12, 18], starts.Skip(45).Select(start => (int)(start - Given.Noon).TotalSeconds));
    }

    [Fact]
    public void After_a_rest_the_burst_is_there_again()
    {
        var starts = Enumerable.Repeat(Given.Noon, 45).ToArray();
        var rested = Given.Noon.AddSeconds(45 * 6);

        Assert.Equal(rested, PairAllowance.NextStart([.. starts, .. Enumerable.Repeat(rested, 44)], rested));
    }

    [Fact]
    public void However_a_pair_writes_no_span_holds_more_than_the_burst_and_the_pace()
    {
        var pauses = Gen.OneOf(0, 1, 3, 8, 400).SelectMany(longest => Gen.Int[0, longest].Array[60, 160]);

        pauses.Sample(drawn => KeepsPace(Starts(drawn)), iter: 200);
    }

    [Fact]
    public void The_order_of_earlier_sends_does_not_matter()
    {
        DateTimeOffset[] starts = [.. Enumerable.Range(0, 50).Select(n => Given.Noon.AddSeconds(n * 2))];

        Gen.Shuffle(starts).Sample(shuffled =>
            PairAllowance.NextStart(shuffled, Given.Noon) == PairAllowance.NextStart(starts, Given.Noon));
    }

    /// <summary>A call is at Meta at any time between its start and its end: each draw says when, and how long it took.</summary>
    [Fact]
    public void However_long_calls_take_no_second_at_Meta_holds_more_than_the_numbers_throughput()
    {
        Gen.OneOf(0, 4, 16, 60).SelectMany(longest => Gen.Select(Gen.Int[0, longest], Gen.Int[0, 700], Gen.Double.Unit).Array[100, 300]).Sample(calls =>
        {
            var arrivals = Arrivals(new NumberAllowance(), calls).Order().ToList();
            return arrivals.Skip(80).Zip(arrivals).All(pair => pair.First - pair.Second >= TimeSpan.FromSeconds(1));
        }, iter: 200);
    }

    [Fact]
    public void A_call_takes_its_place_until_a_second_after_its_end()
    {
        var allowance = new NumberAllowance(2);
        allowance.Start();
        allowance.Start();
        allowance.End(At(500));

        Assert.Equal((0, At(1500)), (allowance.Room(At(700)), allowance.NextStart(At(700))));
        Assert.Equal((0, At(1500)), (allowance.Room(At(1499)), allowance.NextStart(At(1499))));
        Assert.Equal((1, At(1500)), (allowance.Room(At(1500)), allowance.NextStart(At(1500))));
    }

    [Fact]
    public void While_all_are_under_way_it_is_asked_again_a_second_later()
    {
        var allowance = new NumberAllowance(1);
        allowance.Start();

        Assert.Equal(At(1300), allowance.NextStart(At(300)));
    }

    private static DateTimeOffset At(double milliseconds) => Given.Noon.AddMilliseconds(milliseconds);

    private static List<DateTimeOffset> Starts(int[] pauses)
    {
        var starts = new List<DateTimeOffset>();
        var now = Given.Noon;
        foreach (var pause in pauses)
        {
            now = PairAllowance.NextStart(starts, now.AddSeconds(pause));
            starts.Add(now);
        }

        return starts;
    }

    private static bool KeepsPace(List<DateTimeOffset> starts) =>
        Enumerable.Range(0, starts.Count).All(first => Enumerable.Range(first, starts.Count - first).All(last =>
            last - first + 1 <= PairAllowance.Burst + ((starts[last] - starts[first]).TotalSeconds / 6)));

    private static IEnumerable<DateTimeOffset> Arrivals(NumberAllowance allowance, (int Pause, int Takes, double Share)[] calls)
    {
        var now = Given.Noon;
        var underWay = new PriorityQueue<DateTimeOffset, DateTimeOffset>();
        foreach (var call in calls)
        {
            now = now.AddMilliseconds(call.Pause);
            EndUntil(now);
            while (allowance.NextStart(now) is var next && next > now)
            {
                now = next;
                EndUntil(now);
            }

            allowance.Start();
            underWay.Enqueue(now.AddMilliseconds(call.Takes), now.AddMilliseconds(call.Takes));
            yield return now.AddMilliseconds(call.Takes * call.Share);
        }

        void EndUntil(DateTimeOffset until)
        {
            while (underWay.TryPeek(out var end, out _) && end <= until)
            {
                allowance.End(underWay.Dequeue());
            }
        }
    }
}
