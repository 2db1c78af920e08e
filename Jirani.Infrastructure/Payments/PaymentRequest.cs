using System.Globalization;
using System.Text.Json;
using Jirani.Infrastructure.Json;
using Jirani.Infrastructure.Orders;

namespace Jirani.Infrastructure.Payments;

/// <summary>What a program that wants an order paid says about it. The order's own record decides; this must only agree with it.</summary>
public sealed record PaymentRequest
{
    /// <summary>Null when it is missing or no id; the same for the others.</summary>
    public required Guid? StoreId { get; init; }

    public required Guid? OrderId { get; init; }

    public required decimal? Amount { get; init; }

    public required PayerChoice Choice { get; init; }

    /// <summary>Null for what is no JSON object. What it has beyond the contract is not looked at.</summary>
    public static PaymentRequest? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? From(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What does not fit the order, in a sentence; null when everything does.</summary>
    public string? Difference(PublicOrder order) => this switch
    {
        _ when OrderId != order.Id => "orderId is not that of the link. Send the id that stands in the address.",
        _ when StoreId != order.StoreId => "storeId is not that of the order's store.",
        _ when Amount != order.Total.Amount => $"amount is not that of the order. It costs {order.Total}, and nothing else can be paid for it.",
        _ => null,
    };

    private static PaymentRequest From(JsonElement body) => new()
    {
        StoreId = Id(body.Text("storeId"u8)),
        OrderId = Id(body.Text("orderId"u8)),
        Amount = decimal.TryParse(body.Text("amount"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null,
        Choice = new PayerChoice
        {
            Phone = body.Text("customerPhone"u8),
            Network = body.Text("network"u8),
            Name = body.Text("customerName"u8),
            Email = body.Text("customerEmail"u8),
        },
    };

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
