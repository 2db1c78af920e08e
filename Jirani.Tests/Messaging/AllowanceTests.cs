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

    [Fact]
    public void A_number_never_starts_more_than_its_throughput_in_any_second()
    {
        Gen.OneOf(0, 4, 16, 60).SelectMany(longest => Gen.Int[0, longest].Array[100, 400]).Sample(pauses =>
        {
            var starts = Taken(new NumberAllowance(), pauses);
            return starts.Skip(80).Zip(starts).All(pair => pair.First - pair.Second >= TimeSpan.FromSeconds(1));
        }, iter: 200);
    }

    [Fact]
    public void A_number_that_is_held_starts_nothing_before()
    {
        var allowance = new NumberAllowance();
        allowance.Hold(Given.Noon.AddSeconds(8));
        allowance.Hold(Given.Noon.AddSeconds(2));

        Assert.False(allowance.TryTake(Given.Noon.AddSeconds(7), out var askAgainAt));
        Assert.Equal(Given.Noon.AddSeconds(8), askAgainAt);
        Assert.True(allowance.TryTake(askAgainAt, out _));
    }

    [Fact]
    public void A_number_has_room_for_what_its_last_second_left_and_for_none_while_it_is_held()
    {
        var allowance = new NumberAllowance(3);
        allowance.TryTake(Given.Noon, out _);
        allowance.TryTake(Given.Noon.AddMilliseconds(500), out _);

        Assert.Equal((1, 2, 3), (Room(900), Room(1000), Room(1500)));
        allowance.Hold(Given.Noon.AddSeconds(9));
        Assert.Equal(0, Room(8000));

        int Room(int milliseconds) => allowance.Room(Given.Noon.AddMilliseconds(milliseconds));
    }

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

    private static List<DateTimeOffset> Taken(NumberAllowance allowance, int[] pauses)
    {
        var starts = new List<DateTimeOffset>();
        var now = Given.Noon;
        foreach (var pause in pauses)
        {
            now = now.AddMilliseconds(pause);
            if (!allowance.TryTake(now, out var askAgainAt))
            {
                now = askAgainAt;
                Assert.True(allowance.TryTake(now, out _));
            }

            starts.Add(now);
        }

        return starts;
    }
}
