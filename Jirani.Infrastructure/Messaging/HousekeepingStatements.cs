namespace Jirani.Infrastructure.Messaging;

internal static class HousekeepingStatements
{
    /// <summary>Statuses that came before their message was known by Meta's id: noted, and the message moved, as if they came now.</summary>
    public const string SettleParked = """
        with found as materialized (
            select p.*, m.id from parked_statuses p
            join messaging_log m on m.store_id = p.store_id and m.whatsapp_message_id = p.whatsapp_message_id and m.message_type <> 'inbound'),
        noted as (
            insert into message_status_events (store_id, message_id, status, occurred_at, error_code, error_text)
            select store_id, id, status, occurred_at, error_code, error_text from found
            on conflict do nothing),
        gone as (
            delete from parked_statuses p using found f
            where p.store_id = f.store_id and p.whatsapp_message_id = f.whatsapp_message_id and p.status = f.status and p.occurred_at = f.occurred_at),
        highest as (select distinct on (id) id, status, error_code, error_text from found order by id, status_rank(status) desc),
        locked as (
            select m.id, h.status, concat_ws(' ', h.error_text, '(' || h.error_code || ')') error from highest h join messaging_log m on m.id = h.id
            where status_rank(m.status) < status_rank(h.status) order by m.id for no key update of m)
        update messaging_log m set status = l.status, error_message = case when l.status = 'failed' then l.error end
        from locked l where m.id = l.id
        """;

    public const string DropParked = "delete from parked_statuses where created_at < now() - interval '10 minutes'";
}
