namespace Jirani.Tests.Messaging.Sending;

/// <summary>A message that the emulated Graph accepted.</summary>
internal sealed record Taken(string Id, string? To, string? Recipient, string? CallbackData, string Type, string? Text, DateTimeOffset At)
{
    /// <summary>The row of the log it was sent for.</summary>
    public long LogId => long.Parse(CallbackData ?? "0", System.Globalization.CultureInfo.InvariantCulture);
}
