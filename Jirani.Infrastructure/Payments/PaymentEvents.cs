using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>What the provider told without being asked: kept raw, parked while it matches nothing, worked off once.</summary>
public sealed class PaymentEvents(ServiceDatabase database, PaymentWakes wakes)
{
    private const string Keep = """
        insert into payment_events (provider, event_id, source, kind, provider_status, body, due_at)
        values ('flutterwave', $1, 'webhook', $2, $3, $4, clock_timestamp())
        on conflict (provider, event_id) do nothing
        """;

    private const string Quarantine = "insert into webhook_quarantine (provider, reason, body) values ('flutterwave', 'unreadable', $1)";

    /// <summary>Taken for a minute: whoever dies meanwhile leaves them to the next.</summary>
    private const string Claim = """
        with due as (
            select id from payment_events where due_at <= clock_timestamp() order by due_at limit $1 for update skip locked)
        update payment_events e set attempts = e.attempts + 1, due_at = clock_timestamp() + interval '1 minute'
        from due where e.id = due.id
        returning e.id, e.body, e.attempts, clock_timestamp() - e.created_at
        """;

    /// <summary>By the provider's id before our reference: a reference in a webhook is only a word.</summary>
    private const string Match = """
        select store_id, id from payment_transactions
        where provider = 'flutterwave' and (flw_charge_id = $1 or reference = $2)
        order by flw_charge_id = $1 desc nulls last limit 1
        """;

    private const string End = """
        update payment_events set due_at = null, store_id = coalesce($2, store_id), transaction_id = coalesce($3, transaction_id), outcome = $4
        where id = any($1)
        """;

    private const string Later = """
        update payment_events set due_at = clock_timestamp() + $2, store_id = coalesce($3, store_id), transaction_id = coalesce($4, transaction_id)
        where id = any($1)
        """;

    /// <summary>Once it is kept the sender may be told so. A delivery that comes again is known.</summary>
    /// <param name="told">Null for what cannot be read, which is kept for a person.</param>
    /// <param name="body">As it came.</param>
    /// <param name="cancellationToken">Gives up before it is kept.</param>
    public async Task KeepAsync(ProviderEvent? told, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        await using var command = told is null
            ? database.Command(Quarantine, Value(body.ToArray()))
            : database.Command(Keep, Value(told.EventId), Value(told.Kind), Value(told.ProviderStatus), Value(body.ToArray()));
        await command.ExecuteNonQueryAsync(cancellationToken);
        wakes.Events.Set();
    }

    internal async Task<IReadOnlyList<DueEvent>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var due = new List<DueEvent>();
        await using var command = database.Command(Claim, Value(most));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.EachAsync(
            row => due.Add(new DueEvent(row.GetInt64(0), FlutterwaveEvents.Read(row.GetFieldValue<byte[]>(1)), row.GetInt16(2), row.GetTimeSpan(3))),
            cancellationToken);
        return due;
    }

    /// <returns>Null while no payment of ours answers to it.</returns>
    internal async Task<(Guid StoreId, Guid PaymentId)?> MatchAsync(ProviderEvent told, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Match, Value(told.ChargeId), Value(told.Reference));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.GetGuid(1)) : null;
    }

    internal Task EndAsync(long[] ids, (Guid StoreId, Guid PaymentId)? match, string outcome, CancellationToken cancellationToken) =>
        ExecuteAsync(End, cancellationToken, Value(ids), Value(match?.StoreId), Value(match?.PaymentId), Value(outcome));

    internal Task PostponeAsync(long[] ids, (Guid StoreId, Guid PaymentId)? match, TimeSpan wait, CancellationToken cancellationToken) =>
        ExecuteAsync(Later, cancellationToken, Value(ids), Value(wait), Value(match?.StoreId), Value(match?.PaymentId));

    private async Task ExecuteAsync(string statement, CancellationToken cancellationToken, params NpgsqlParameter[] values)
    {
        await using var command = database.Command(statement, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
