using System.Security.Cryptography;
using System.Text;
using Jirani.Domain;
using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;

namespace Jirani.Tests.Support;

/// <summary>The cast of every test: the store is Mama Njeri's, the customer Otieno, the other store Nakato Fresh.</summary>
internal static class Given
{
    public const string OtienosSession = "wa:254733905117";

    public static readonly Currency Shillings = new("KES");

    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static Storefront Store(string currency = "KES", string publicSite = "https://jirani.test", string country = "KE") => new()
    {
        Country = country,
        StoreId = Id("mama-njeri"),
        Slug = "mama-njeri",
        Name = "Mama Njeri",
        Currency = new Currency(currency),
        OrderExpiry = TimeSpan.FromHours(24),
        PublicSite = new Uri(publicSite),
    };

    public static Product Product(
        string sku, string? name = null, decimal price = 100, decimal? stock = null, decimal step = 1, bool isActive = true) => new()
        {
            Id = Id(sku),
            Sku = sku,
            Name = name ?? sku,
            Price = price,
            Stock = stock,
            QuantityStep = step,
            IsActive = isActive,
        };

    public static Product Sugar(decimal price = 180, decimal? stock = null, bool isActive = true) =>
        Product("SUGAR-1KG", "Sugar 1 kg", price, stock, isActive: isActive);

    public static Product Milk(decimal price = 65, decimal? stock = null) =>
        Product("MILK-500ML", "Milk 500 ml", price, stock);

    public static Shelf Shelf(params Product[] products) => new(products, new Dictionary<string, IReadOnlyList<Product>>());

    public static Shelf ShelfWithNear(string sku, params Product[] near) =>
        new([], new Dictionary<string, IReadOnlyList<Product>> { [Sku.Key(sku)] = near });

    public static CartLine Line(Product product, decimal quantity = 1, decimal? unitPrice = null) =>
        new(product, quantity, unitPrice ?? product.Price);

    public static PlacedOrder Order(
        string number = "1043", decimal total = 430, OrderStatus status = OrderStatus.Pending, DeliveryStatus delivery = DeliveryStatus.Pending) => new()
        {
            Id = Id(number),
            Number = number,
            Status = status,
            Total = new Money(total, Shillings),
            CreatedAt = Noon.AddHours(-1),
            ExpiresAt = Noon.AddHours(23),
            DeliveryStatus = delivery,
        };

    /// <summary>An attempt of Otieno with M-PESA, as the pay page reads it.</summary>
    public static PayAttempt Attempt(PaymentStatus status = PaymentStatus.Pending, string? providerStatus = "pending", DateTimeOffset? at = null) => new()
    {
        Id = Guid.NewGuid(),
        Provider = PaymentProvider.Flutterwave,
        Status = status,
        ProviderStatus = providerStatus,
        IsSuperseded = false,
        CreatedAt = at ?? Noon,
        StartedAt = at ?? Noon,
        Payer = PhoneNumber.TryParse("254733905117", out var number) ? number : null,
        Network = "MPESA",
        Note = null,
        CheckoutUrl = null,
        FailureReason = null,
    };

    /// <summary>The same id for the same name, so that two tests never have to agree on a variable.</summary>
    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
