using Jirani.Tests.Support;

namespace Jirani.Tests.PublicPages;

/// <summary>An order as a customer made it in the chat, and the addresses they were sent.</summary>
internal sealed record PlacedOrderLink(Guid OrderId, string Session)
{
    public string Checkout => $"/store/mama-njeri/checkout?session={Session}&order={OrderId}";

    public string Track => $"/store/mama-njeri/track?order={OrderId}";

    public string Pay => $"/store/mama-njeri/pay?order={OrderId}";

    public string Initiate => $"/api/payments/initiate?order={OrderId}";

    /// <summary>Of somebody who never wrote before: a customer's messages are counted.</summary>
    public static Task<PlacedOrderLink> PlaceAsync(JiraniApp app, CancellationToken cancellationToken) =>
        PlaceAsync(app, $"25472{Random.Shared.Next(1_000_000, 9_999_999)}", cancellationToken);

    public static async Task<PlacedOrderLink> PlaceAsync(JiraniApp app, string phone, CancellationToken cancellationToken)
    {
        await app.AskAsync(Cast.MamaNjeri, phone, "ADD SUGAR-1KG 2", cancellationToken);
        await app.AskAsync(Cast.MamaNjeri, phone, "CHECKOUT", cancellationToken);
        var id = await app.Database.ValueAsync<Guid>(
            Actor.Superuser, "select id from orders where customer_phone = $1 order by created_at desc limit 1", cancellationToken, phone);
        return new PlacedOrderLink(id, $"wa:{phone}");
    }
}
