using Jirani.Infrastructure.Database;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Where a customer and their conversation stand before a batch is answered.</summary>
internal sealed record CustomerMoment
{
    public required string? Phone { get; init; }

    public required string? UserId { get; init; }

    public required bool IsOptedIn { get; init; }

    public required DateTimeOffset? BotPausedUntil { get; init; }

    public required DateTimeOffset? HintedAt { get; init; }

    public required DateTimeOffset? LimitToldAt { get; init; }

    public required DateTimeOffset[] RecentMessages { get; init; }

    public string SessionId => $"wa:{Phone ?? UserId}";

    public static CustomerMoment Read(NpgsqlDataReader reader) => new()
    {
        Phone = reader.TextOrNull(2),
        UserId = reader.TextOrNull(3),
        IsOptedIn = reader.GetBoolean(4),
        BotPausedUntil = reader.GetFieldValue<DateTimeOffset?>(5),
        HintedAt = reader.GetFieldValue<DateTimeOffset?>(6),
        LimitToldAt = reader.GetFieldValue<DateTimeOffset?>(7),
        RecentMessages = reader.GetFieldValue<DateTimeOffset[]>(8),
    };
}
