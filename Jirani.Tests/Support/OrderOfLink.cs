using Jirani.Domain;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Orders;

namespace Jirani.Tests.Support;

/// <summary>An order as its public pages read it.</summary>
internal static class OrderOfLink
{
    public static PublicOrder Of(decimal total = 430, OrderStatus status = OrderStatus.Pending, string session = Given.OtienosSession) => new()
    {
        Id = Given.Id("1043"),
        Number = "1043",
        StoreId = Given.Id("mama-njeri"),
        StoreSlug = "mama-njeri",
        StoreName = "Mama Njeri",
        Country = "KE",
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Nairobi"),
        SessionId = session,
        Status = status,
        Total = new Money(total, Given.Shillings),
        Lines = [new PublicOrderLine("Sugar 1 kg", 2, 180, 360)],
        Delivery = new PublicDelivery(DeliveryStatus.Pending, null, null, null),
        ExpiresAt = Given.Noon.AddHours(23),
        CreatedAt = Given.Noon.AddHours(-1),
    };
}
