using Jirani.Domain;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Orders;

/// <summary>Lets unpaid orders run out and gives their stock back, under the lock of each order's row.</summary>
public sealed class OrderExpiryService(ServiceDatabase database, LiveUpdates live)
{
    /// <summary>The index is partial over pending orders; whether one may expire is Domain's word.</summary>
    private const string Due = """
        select o.id, o.store_id, o.order_number, o.status, o.total_amount, o.currency, o.created_at, o.expires_at, clock_timestamp(),
               exists (select from payment_transactions p where p.store_id = o.store_id and p.order_id = o.id and p.status = 'pending')
        from orders o
        where o.status = 'pending' and o.expires_at <= now()
        order by o.expires_at limit 100
        for no key update of o skip locked
        """;

    private const string Expire = "update orders set status = $2 where id = any($1)";

    private const string Note = """
        insert into order_events (store_id, order_id, kind, actor) select k.store_id, k.id, 'expired', 'system'
        from unnest($1::uuid[], $2::uuid[]) k(store_id, id)
        """;

    public async Task ExpireDueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var expired = await DueAsync(connection, cancellationToken);
        if (expired.Count == 0)
        {
            return;
        }

        await using var batch = connection.CreateBatch();
        batch.Add(Expire, Column(expired, order => order.OrderId), Value(OrderStatus.Expired.ToText()));
        batch.Add(StockStatements.GiveBack, Column(expired, order => order.OrderId));
        batch.Add(Note, Column(expired, order => order.StoreId), Column(expired, order => order.OrderId));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Publish(expired.Select(order => new StoreChange(order.StoreId, ChangeKind.Order, order.OrderId)));
    }

    private static async Task<List<(Guid StoreId, Guid OrderId)>> DueAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var due = new List<(Guid, Guid)>();
        await using var command = new NpgsqlCommand(Due, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (OrderExpiry.IsDue(Read(reader), reader.GetBoolean(9), reader.GetFieldValue<DateTimeOffset>(8)))
            {
                due.Add((reader.GetGuid(1), reader.GetGuid(0)));
            }
        }

        return due;
    }

    private static PlacedOrder Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        Number = reader.GetString(2),
        Status = OrderStatusText.Parse(reader.GetString(3)),
        Total = new Money(reader.GetDecimal(4), new Currency(reader.GetString(5))),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(6),
        ExpiresAt = reader.GetFieldValue<DateTimeOffset>(7),
    };
}
