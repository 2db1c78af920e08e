using System.Globalization;

namespace Jirani.Web.Components.Shared;

/// <summary>Times as people say them, in the time of the shop.</summary>
internal static class ChatTime
{
    private const int DaysByName = 6;

    /// <summary>For a line of the list: now, 5m, 14:32, Yesterday, Mon, 12 Nov, 12/11/25.</summary>
    public static string Short(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var today = TimeZoneInfo.ConvertTime(now, zone);
        return (now - moment, (today.Date - local.Date).Days) switch
        {
            ({ TotalMinutes: < 1 }, _) => "now",
            ({ TotalHours: < 1 } age, _) => $"{(int)age.TotalMinutes}m",
            (_, <= 0) => Clock(local),
            (_, 1) => "Yesterday",
            (_, <= DaysByName) => local.ToString("ddd", CultureInfo.InvariantCulture),
            _ when local.Year == today.Year => local.ToString("d MMM", CultureInfo.InvariantCulture),
            _ => local.ToString("d/M/yy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>For a message of a thread.</summary>
    public static string OfDay(DateTimeOffset moment, TimeZoneInfo zone) => Clock(TimeZoneInfo.ConvertTime(moment, zone));

    /// <summary>For the line between days: Today, Yesterday, Monday 3 November.</summary>
    public static string Day(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var today = TimeZoneInfo.ConvertTime(now, zone);
        return (today.Date - local.Date).Days switch
        {
            0 => "Today",
            1 => "Yesterday",
            _ when local.Year == today.Year => local.ToString("dddd d MMMM", CultureInfo.InvariantCulture),
            _ => local.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Everything there is to say, for whoever points at a time.</summary>
    public static string Full(DateTimeOffset moment, TimeZoneInfo zone) =>
        $"{TimeZoneInfo.ConvertTime(moment, zone).ToString("dddd d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture)} ({zone.Id})";

    /// <summary>To the second, for the story of a message.</summary>
    public static string Precise(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>How long something lasts yet: 1 h 52 m, 8 m, less than a minute.</summary>
    public static string Left(TimeSpan left) => left switch
    {
        { TotalHours: >= 1 } => $"{(int)left.TotalHours} h {left.Minutes} m",
        { TotalMinutes: >= 1 } => $"{left.Minutes} m",
        _ => "less than a minute",
    };

    /// <summary>12 March 2026.</summary>
    public static string Date(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
