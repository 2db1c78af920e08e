namespace Jirani.Web.Components.Inbox;

/// <summary>What time it is, and in which zone the shop tells it.</summary>
public sealed record ShopTime(DateTimeOffset Now, TimeZoneInfo Zone);
