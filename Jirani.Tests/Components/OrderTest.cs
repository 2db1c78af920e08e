using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Orders;
using Jirani.Tests.Support;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

/// <summary>A part of the screen of orders.</summary>
public abstract class OrderTest : ScreenTest
{
    protected static readonly ShopTime Time = new(Noon, TimeZoneInfo.CreateCustomTimeZone("Nairobi", TimeSpan.FromHours(3), "Nairobi", "Nairobi"));

    protected static OrderPayment Paid { get; } = new(
        Given.Id("payment"), PaymentProvider.Flutterwave, "MPESA", "254733905117", "chg_1", Noon.AddMinutes(-9), Noon.AddMinutes(-8),
        new PaymentFacts { Status = PaymentStatus.Succeeded, Captured = 835, PromptedAt = Noon.AddMinutes(-9) });

    protected static OrderRow Order(OrderStatus status, OrderPayment? payment = null, string number = "1041") => new()
    {
        Id = Given.Id(number),
        Number = number,
        Customer = new CustomerName("Otieno Ouma", null, "254733905117"),
        Status = status,
        Total = 835,
        Currency = "KES",
        CreatedAt = Noon.AddMinutes(-10),
        FirstItem = "Maize flour 2 kg",
        FirstQuantity = 2,
        Lines = 4,
        Payment = payment,
    };

    protected static OrderStory Story(OrderStatus status, OrderRights rights = OrderRights.Act, DateTimeOffset? windowUntil = null, params OrderOccurrence[] occurrences) => new()
    {
        StoreId = Cast.MamaNjeri.Id,
        Rights = rights,
        MayTakeCash = rights is OrderRights.Act,
        Order = Order(status, status.IsPaid() ? Paid : null),
        CustomerId = Given.Id("otieno"),
        OrderCount = 14,
        ConversationId = Given.Id("conversation"),
        WindowUntil = windowUntil ?? Noon.AddHours(20),
        IsOptedIn = true,
        DeliveryStatus = DeliveryStatus.Pending,
        Shipment = new Shipment(null, null, null),
        ExpiresAt = Noon.AddHours(20),
        Items = [new OrderItem("UNGA-2KG", "Maize flour 2 kg", 2, 210, 420)],
        Payments = status.IsPaid() ? [Paid] : [],
        Occurrences = occurrences,
    };
}
