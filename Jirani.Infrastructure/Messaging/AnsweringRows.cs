using Jirani.Domain;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <summary>Rows of the answering statements as what the dialogue knows.</summary>
internal static class AnsweringRows
{
    public static ConversationKey Key(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetGuid(1));

    public static Product Product(NpgsqlDataReader reader, int first) => new()
    {
        Id = reader.GetGuid(first),
        Sku = reader.GetString(first + 1),
        Name = reader.GetString(first + 2),
        Price = reader.GetDecimal(first + 3),
        Stock = reader.GetFieldValue<decimal?>(first + 4),
        QuantityStep = reader.GetDecimal(first + 5),
        IsActive = reader.GetBoolean(first + 6),
    };

    public static PlacedOrder Order(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(2),
        Number = reader.GetString(3),
        Status = OrderStatusText.Parse(reader.GetString(4)),
        Total = new Money(reader.GetDecimal(5), new Currency(reader.GetString(6))),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(7),
        ExpiresAt = reader.GetFieldValue<DateTimeOffset>(8),
        DeliveryStatus = DeliveryStatusText.Parse(reader.GetString(9)),
        Courier = reader.TextOrNull(10),
        Eta = reader.GetFieldValue<DateTimeOffset?>(11),
        TrackingUrl = reader.TextOrNull(12),
    };

    public static Storefront Storefront(NpgsqlDataReader reader, StoreSurroundings surroundings) => new()
    {
        StoreId = reader.GetGuid(0),
        Slug = reader.GetString(1),
        Name = reader.GetString(2),
        Currency = new Currency(reader.GetString(3)),
        OrderExpiry = TimeSpan.FromHours(reader.GetInt32(4)),
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(reader.GetString(5), out var zone) ? zone : TimeZoneInfo.Utc,
        PublicSite = surroundings.Site,
        PaysOnProvidersPage = surroundings.PaysOnProvidersPage,
        Country = reader.GetString(6).Trim(),
    };

    public static KnownPayment Payment(NpgsqlDataReader reader) => new(
        reader.GetGuid(2), PaymentStatusText.Parse(reader.GetString(3)), reader.TextOrNull(4), reader.TextOrNull(5), reader.GetBoolean(6),
        reader.GetFieldValue<DateTimeOffset>(7));
}
