namespace Jirani.Domain.Messaging;

/// <summary>When a send that Meta refused for the moment is tried again.</summary>
public static class RetrySchedule
{
    public const int MostAttempts = 5;

    /// <summary>2, 8, 32 and 128 seconds.</summary>
    /// <param name="attempt">How many attempts were made, from 1.</param>
    public static TimeSpan Delay(int attempt) => TimeSpan.FromSeconds(2 * PowerOfFour(attempt - 1));

    /// <summary>Meta asks for 4^x seconds after the pair limit: 1, 4, 16 and 64.</summary>
    public static TimeSpan PairDelay(int attempt) => TimeSpan.FromSeconds(PowerOfFour(attempt - 1));

    /// <summary>For limits counted over an hour: 1, 2, 3 and 4 minutes.</summary>
    public static TimeSpan LongDelay(int attempt) => TimeSpan.FromMinutes(Math.Clamp(attempt, 1, MostAttempts));

    private static int PowerOfFour(int exponent) => 1 << (2 * Math.Clamp(exponent, 0, MostAttempts));
}
