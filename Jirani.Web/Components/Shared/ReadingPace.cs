namespace Jirani.Web.Components.Shared;

/// <summary>
/// How long a screen rests between two readings: 60 ms, and where reading takes long, because the machine is full, longer, up to a
/// second, so that messages come in first.
/// </summary>
public sealed class ReadingPace
{
    /// <summary>So many times as long as a reading takes a screen rests after it.</summary>
    private const int Patience = 4;

    /// <summary>How many readings make up what a reading usually takes: one that was held up says little.</summary>
    private const int Remembered = 8;

    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    private TimeSpan _usual;

    /// <param name="reading">How long the last one took, until it stood on the screen.</param>
    public TimeSpan RestAfter(TimeSpan reading)
    {
        _usual += (reading - _usual) / Remembered;
        return TimeSpan.FromTicks(Math.Clamp((_usual * Patience).Ticks, _shortest.Ticks, _longest.Ticks));
    }
}
