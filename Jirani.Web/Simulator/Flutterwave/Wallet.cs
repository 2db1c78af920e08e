using System.Text.Json;
using Jirani.Domain.Payments;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A payment method: one network's wallet on one number.</summary>
/// <param name="National">Digits after the dialling code.</param>
internal sealed record Wallet(string Id, MoneyCountry Country, MobileNetwork Network, string National, JsonElement Meta, DateTimeOffset CreatedAt)
{
    /// <summary>Digits with the dialling code.</summary>
    public string Phone => Country.DiallingCode + National;

    public object ToBody() => new
    {
        type = "mobile_money",
        mobile_money = MobileMoney(),
        id = Id,
        meta = Meta,
        created_datetime = CreatedAt.Short(),
    };

    /// <summary>Webhooks tell a little more than answers do.</summary>
    public object ToWebhookBody() => new
    {
        type = "mobile_money",
        mobile_money = MobileMoney(),
        id = Id,
        meta = Meta,
        created_datetime = CreatedAt.Short(),
        customer_id = (string?)null,
        device_fingerprint = (string?)null,
        client_ip = (string?)null,
    };

    private object MobileMoney() => new { network = Network.Code, country_code = Country.DiallingCode, phone_number = National };
}
