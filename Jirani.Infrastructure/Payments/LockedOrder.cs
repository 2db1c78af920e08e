using Jirani.Domain;
using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>
/// An order and all its payments, nobody else's to change until the transaction ends. Locks are taken as answering takes them:
/// the conversation, then the order, then what belongs to it, so that the two cannot cross.
/// </summary>
internal sealed record LockedOrder
{
    private const string LockConversation = """
        select from conversations c join orders o on o.store_id = c.store_id and o.customer_id = c.customer_id
        where o.id = $1 for no key update of c
        """;

    private const string LockOrder = "select from orders where id = $1 for no key update";

    private const string LockPayments = "select from payment_transactions where order_id = $1 order by id for no key update";

    private const string Order = """
        select o.store_id, o.customer_id, o.order_number, o.status, o.total_amount, o.currency, o.created_at, o.expires_at, o.delivery_status,
               s.store_slug, s.name, s.currency, s.order_expiry_hours, s.time_zone, s.country, u.phone, u.name, clock_timestamp(),
               d.courier, d.eta, d.tracking_url
        from orders o join store_settings s on s.id = o.store_id
        join customers u on u.store_id = o.store_id and u.id = o.customer_id
        left join deliveries d on d.store_id = o.store_id and d.order_id = o.id
        where o.id = $1
        """;

    private const string Payments = $"select {LockedPayment.Columns} from payment_transactions p where p.order_id = $1 order by p.created_at, p.id";

    private readonly List<LockedPayment> _payments = [];

    public required Guid StoreId { get; init; }

    public required Guid CustomerId { get; init; }

    public required PlacedOrder Placed { get; init; }

    public required Storefront Store { get; init; }

    /// <summary>Of the chat; null where the customer has none.</summary>
    public required string? CustomerPhone { get; init; }

    public required string? CustomerName { get; init; }

    /// <summary>The database's time.</summary>
    public required DateTimeOffset Now { get; init; }

    public IReadOnlyList<LockedPayment> All => _payments;

    /// <summary>The attempt that waits for its end and was not replaced; null where there is none.</summary>
    public LockedPayment? Live => _payments.Find(payment => payment.IsLive);

    /// <summary>Null when there is no such order. The connection has a transaction under way.</summary>
    public static async Task<LockedOrder?> LockAsync(NpgsqlConnection connection, Guid orderId, Uri site, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        foreach (var statement in (string[])[LockConversation, LockOrder, LockPayments, Order, Payments])
        {
            batch.Add(statement, Value(orderId));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        LockedOrder? locked = null;
        await reader.EachAsync(_ => { }, cancellationToken);
        await reader.EachAsync(_ => { }, cancellationToken);
        await reader.EachAsync(_ => { }, cancellationToken);
        await reader.EachAsync(row => locked = Read(row, orderId, site), cancellationToken);
        await reader.EachAsync(row => locked?._payments.Add(LockedPayment.Read(row)), cancellationToken);
        return locked;
    }

    public LockedPayment? Find(Guid paymentId) => _payments.Find(payment => payment.Id == paymentId);

    public OpenPayment Open(LockedPayment payment) => new()
    {
        Status = payment.Status,
        Reference = payment.Reference,
        Amount = payment.Amount,
        OrderStatus = Placed.Status,
        IsPaidOtherwise = _payments.Exists(other => other.Id != payment.Id && other.Status.HasPaid()),
    };

    /// <summary>What the provider is asked for when this order is to be paid.</summary>
    public ChargeRequest ToRequest(Guid attemptId, PayerNumber? payer, string? network) => new()
    {
        AttemptId = attemptId,
        Reference = PaymentReference.Of(attemptId),
        Amount = Placed.Total,
        CustomerId = CustomerId,
        OrderNumber = Placed.Number,
        StoreName = Store.Name,
        Payer = payer,
        Network = network,
        PayerName = CustomerName,
        ReturnTo = new Uri(Store.PublicSite, $"store/{Store.Slug}/pay?order={Placed.Id}"),
    };

    private static LockedOrder Read(NpgsqlDataReader row, Guid orderId, Uri site) => new()
    {
        StoreId = row.GetGuid(0),
        CustomerId = row.GetGuid(1),
        Placed = new PlacedOrder
        {
            Id = orderId,
            Number = row.GetString(2),
            Status = OrderStatusText.Parse(row.GetString(3)),
            Total = new Money(row.GetDecimal(4), new Currency(row.GetString(5))),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(6),
            ExpiresAt = row.GetFieldValue<DateTimeOffset?>(7),
            DeliveryStatus = DeliveryStatusText.Parse(row.GetString(8)),
            Courier = row.TextOrNull(18),
            Eta = row.GetFieldValue<DateTimeOffset?>(19),
            TrackingUrl = row.TextOrNull(20),
        },
        Store = Storefront(row, site),
        CustomerPhone = row.TextOrNull(15),
        CustomerName = row.TextOrNull(16),
        Now = row.GetFieldValue<DateTimeOffset>(17),
    };

    private static Storefront Storefront(NpgsqlDataReader row, Uri site) => new()
    {
        StoreId = row.GetGuid(0),
        Slug = row.GetString(9),
        Name = row.GetString(10),
        Currency = new Currency(row.GetString(11)),
        OrderExpiry = TimeSpan.FromHours(row.GetInt32(12)),
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(row.GetString(13), out var zone) ? zone : TimeZoneInfo.Utc,
        PublicSite = site,
        Country = row.GetString(14).Trim(),
    };
}
