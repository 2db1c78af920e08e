namespace Jirani.Web.Components.Settings;

internal static class AttentionWords
{
    /// <summary>What to do about a channel that stands still; the reason is the one that the sender wrote.</summary>
    public static string ToDo(string reason) => reason.Contains("token", StringComparison.OrdinalIgnoreCase)
        ? "Enter a new token below: what waits goes out by itself."
        : "Look at the number under WhatsApp Manager, then press Test now.";
}
