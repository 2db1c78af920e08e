using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

/// <summary>A part of the screen of payments.</summary>
public abstract class PaymentTest : ScreenTest
{
    protected static readonly ShopTime Time = new(Noon, TimeZoneInfo.Utc);

    protected static PaymentFacts Paid { get; } = new() { Status = PaymentStatus.Succeeded, Captured = 835, PromptedAt = Noon.AddMinutes(-9) };

    protected static PaymentFacts Reviewed { get; } = new() { Status = PaymentStatus.Review, Captured = 1250, PromptedAt = Noon.AddHours(-2) };

    protected static PaymentRow Payment(PaymentFacts facts, PaymentProvider provider = PaymentProvider.Flutterwave) => new()
    {
        Id = Given.Id("payment"),
        OrderNumber = "1041",
        Customer = new CustomerName("Otieno Ouma", null, "254733905117"),
        PayerPhone = provider is PaymentProvider.Cash ? null : "254733905117",
        Network = provider is PaymentProvider.Cash ? null : "MPESA",
        Provider = provider,
        Amount = facts.Captured ?? 835,
        Currency = "KES",
        Facts = facts,
        Fee = 24.22m,
        Receipt = "chg_1",
        Reference = "jir7f0c2b94e1d84",
        CreatedAt = Noon.AddMinutes(-10),
    };

    protected static PaymentStory Story(
        PaymentFacts facts, ReviewReason? reason = null, PaymentRights rights = PaymentRights.Act, PaymentProvider provider = PaymentProvider.Flutterwave) => new()
        {
            StoreId = Cast.MamaNjeri.Id,
            Rights = rights,
            Payment = Payment(facts, provider),
            OrderId = Given.Id("order"),
            OrderStatus = OrderStatus.Expired,
            Asked = 1250,
            AskedCurrency = "KES",
            ConversationId = null,
            ReviewReason = reason,
            Note = null,
            OrderClosedAt = Noon.AddMinutes(-50),
            CapturedAt = Noon.AddMinutes(-8),
            SettledAt = null,
            ResolvedAt = null,
            Attempts = [],
            Occurrences = [],
            Refunds = [],
            Entries = [],
            Lines = [new OrderedLine("Rice 5 kg", 1, 9)],
        };
}
