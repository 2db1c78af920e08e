namespace Jirani.Domain.Messaging;

/// <summary>What Meta accepts in one message; a longer one is refused as a whole. Counted in UTF-16 units, the strictest reading.</summary>
public static class MessageLimits
{
    public const int Text = 4096;
    public const int InteractiveBody = 1024;
    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int ListRows = 10;
    public const int ListRowTitle = 24;
    public const int ListRowDescription = 72;

    /// <summary>Cuts between what a reader sees as characters, and shows by an ellipsis that something was cut.</summary>
    public static string Cut(string text, int limit) => throw new NotImplementedException(text + limit);
}
