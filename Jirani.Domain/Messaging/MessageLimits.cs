using System.Globalization;

namespace Jirani.Domain.Messaging;

/// <summary>What Meta accepts in one message; a longer one is refused as a whole. Counted in UTF-16 units, the strictest reading.</summary>
public static class MessageLimits
{
    public const int Text = 4096;
    public const int InteractiveBody = 1024;
    public const int InteractiveFooter = 60;
    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int ListRows = 10;
    public const int ListRowTitle = 24;
    public const int ListRowDescription = 72;

    private const string Ellipsis = "…";

    /// <summary>Cuts between what a reader sees as characters, and shows by an ellipsis that something was cut.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var length = FittingLength(text, limit - Ellipsis.Length);
        return text[..length].TrimEnd() + Ellipsis;
    }

    private static int FittingLength(string text, int room)
    {
        var length = 0;
        for (var next = 0; length + next <= room; next = StringInfo.GetNextTextElementLength(text, length))
        {
            length += next;
        }

        return length > 0 ? length : WithinOneElement(text, room);
    }

    // One letter under thousands of marks: no boundary fits, so only the pair of surrogates is kept whole.
    private static int WithinOneElement(string text, int room) => char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
}
