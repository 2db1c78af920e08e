using System.Buffers.Text;

namespace Jirani.Bench.Live;

/// <summary>When each message came to a screen, and whether anything came that belongs to another shop.</summary>
internal sealed class Sightings(Shop shop)
{
    private const int DigitsOfShop = 2;
    private const int DigitsOfMessage = 6;
    private readonly Dictionary<int, DateTime> _seen = [];

    /// <summary>How many words of other shops were seen. It must stay zero.</summary>
    public int Foreign { get; private set; }

    public bool IsDrawn => _seen.Count > 0;

    public bool Saw(int message) => _seen.ContainsKey(message);

    public DateTime? When(int message) => _seen.TryGetValue(message, out var when) ? when : null;

    /// <param name="text">UTF-8, with anything around the words.</param>
    public void Look(ReadOnlySpan<byte> text, DateTime now)
    {
        while (text.IndexOf("bench-"u8) is >= 0 and var place)
        {
            text = text[(place + "bench-"u8.Length)..];
            if (Utf8Parser.TryParse(text, out int number, out var digits) && digits == DigitsOfShop
                && text.Length > DigitsOfShop + DigitsOfMessage && text[DigitsOfShop] == '-'
                && Utf8Parser.TryParse(text.Slice(DigitsOfShop + 1, DigitsOfMessage), out int message, out digits) && digits == DigitsOfMessage)
            {
                Add(number, message, now);
            }
        }
    }

    private void Add(int number, int message, DateTime now)
    {
        if (number != shop.Number)
        {
            Foreign++;
        }

        _seen.TryAdd(message, now);
    }
}
