using Jirani.Tests.Support;
using Npgsql;

namespace Jirani.Tests.Database;

public sealed class MessageStatusTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly string[] _outbound = ["queued", "sent", "failed", "delivered", "read"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddAsync(Database, Cast.MamaNjeri, Cancel);
    }

    [Fact]
    public async Task An_outbound_status_moves_up_and_never_down()
    {
        for (var from = 0; from < _outbound.Length; from++)
        {
            for (var to = 0; to < _outbound.Length; to++)
            {
                Assert.Equal((_outbound[from], _outbound[to], to >= from), (_outbound[from], _outbound[to], await MovesAsync(_outbound[from], _outbound[to])));
            }
        }
    }

    [Fact]
    public async Task A_message_that_came_in_is_received_then_processed()
    {
        Assert.True(await MovesAsync("received", "processed"));
        Assert.False(await MovesAsync("processed", "received"));
        Assert.False(await MovesAsync("processed", "sent"));
        Assert.False(await MovesAsync("queued", "processed"));
    }

    [Fact]
    public async Task The_id_that_Meta_gave_is_kept()
    {
        await using var transaction = await Database.BeginAsync(Actor.Service, Cancel);
        await transaction.ExecuteAsync("update messaging_log set whatsapp_message_id = 'wamid.out' where status = 'queued'", Cancel);

        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => transaction.ExecuteAsync("update messaging_log set whatsapp_message_id = 'wamid.other' where status = 'queued'", Cancel));

        Assert.Equal(Refusal.IsRecord, refusal.SqlState);
    }

    [Fact]
    public async Task A_message_is_retried_once()
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Database.ExecuteAsync(Actor.Service, """
            insert into messaging_log (store_id, customer_id, message_type, purpose, message_payload, status, retry_of)
            select store_id, customer_id, message_type, purpose, message_payload, 'queued', retry_of from messaging_log where retry_of is not null
            """, Cancel));

        Assert.Equal(PostgresErrorCodes.UniqueViolation, refusal.SqlState);
    }

    private async Task<bool> MovesAsync(string from, string to)
    {
        await using var transaction = await Database.BeginAsync(Actor.Service, Cancel);
        var id = await transaction.ValueAsync<long>("""
            insert into messaging_log (store_id, customer_id, message_type, purpose, message_payload, status)
            select $1, $2, case when inbound then 'inbound' else 'outbound_text' end, case when not inbound then 'reply' end, '{}', $3
            from (select $3 in ('received', 'processed') as inbound) kind returning id
            """, Cancel, Cast.MamaNjeri.Id, StoreRows.Id(Cast.MamaNjeri, "customer"), from);
        return await Record.ExceptionAsync(
            () => transaction.ExecuteAsync("update messaging_log set status = $2 where id = $1", Cancel, id, to)) is null;
    }
}
