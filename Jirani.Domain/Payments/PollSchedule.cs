namespace Jirani.Domain.Payments;

/// <summary>When the provider is asked about a payment that nobody told us about.</summary>
public static class PollSchedule
{
    /// <summary>Longer than this no prompt was ever answered late (contracts: minutes; a pending charge has no published end).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan _first = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _refundFirst = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _settlementFirst = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _settlementLongest = TimeSpan.FromHours(12);
    private static readonly TimeSpan _settlementPatience = TimeSpan.FromDays(14);

    /// <summary>From 30 s on, backing off to half an hour; null once 24 hours are over.</summary>
    public static TimeSpan? Wait(TimeSpan age, int polls) => age >= Patience ? null : Grown(_first, 160, polls, _longest);

    /// <summary>While a payment has come and is not paid out to the shop yet; null once two weeks are over.</summary>
    public static TimeSpan? WaitForSettlement(TimeSpan age, int polls) =>
        age >= _settlementPatience ? null : Grown(_settlementFirst, 300, polls, _settlementLongest);

    /// <summary>A mobile-money refund takes three to five days; null once two weeks are over.</summary>
    public static TimeSpan? WaitForRefund(TimeSpan age, int polls) =>
        age >= _settlementPatience ? null : Grown(_refundFirst, 200, polls, _settlementLongest);

    private static TimeSpan Grown(TimeSpan first, int percent, int times, TimeSpan longest)
    {
        var wait = first;
        for (var time = 0; time < times && wait < longest; time++)
        {
            wait = TimeSpan.FromTicks(wait.Ticks * percent / 100);
        }

        return wait < longest ? wait : longest;
    }
}
