namespace Jirani.Web.Components.Shared;

/// <summary>What time it is, and in which zone the shop tells it.</summary>
public sealed record ShopTime(DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>For what says its age in minutes: within one it looks the same.</summary>
    public static ShopTime ToTheMinute(DateTimeOffset now, TimeZoneInfo zone) => new(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), zone);
}
