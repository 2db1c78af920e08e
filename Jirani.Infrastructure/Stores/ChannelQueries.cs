using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Stores;

public sealed class ChannelQueries(OwnerDatabase database)
{
    /// <summary>A store's channel; null when the store is none of the caller's.</summary>
    public Task<ChannelView?> OfStoreAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => ReadAsync(db, storeId, cancellation), cancellationToken);

    private static async Task<ChannelView?> ReadAsync(JiraniDbContext db, Guid storeId, CancellationToken cancellationToken)
    {
        var slug = await db.Set<StoreRecord>().Where(store => store.Id == storeId).Select(store => store.StoreSlug).FirstOrDefaultAsync(cancellationToken);
        if (slug is null)
        {
            return null;
        }

        var channel = await db.Set<ChannelRecord>().FirstOrDefaultAsync(row => row.StoreId == storeId, cancellationToken);
        var proof = await db.Set<ChannelProofRecord>().FirstOrDefaultAsync(row => row.StoreId == storeId, cancellationToken);
        var last = await LastAsync(db, storeId, cancellationToken);
        return new ChannelView
        {
            StoreId = storeId,
            Slug = slug,
            MayWrite = await MayWriteAsync(db, storeId, cancellationToken),
            Number = channel?.ChannelIdentifier,
            PhoneNumberId = channel?.WaPhoneNumberId,
            VerifiedAt = channel?.VerifiedAt,
            AttentionReason = channel?.AttentionReason,
            PausedUntil = channel?.PausedUntil,
            HasAccessToken = channel?.HasAccessToken ?? false,
            HasOwnApp = channel?.HasAppSecret ?? false,
            HasVerifyToken = channel?.HasVerifyToken ?? false,
            LastHandshakeAt = proof?.LastHandshakeAt,
            LastWebhookAt = last.WebhookAt,
            LastDeliveryAt = last.DeliveryAt,
            TokenCheckedAt = proof?.TokenCheckedAt,
            TokenFault = proof?.TokenFault,
            TokenExpiresAt = proof?.TokenExpiresAt,
            Waiting = last.Waiting,
        };
    }

    internal static async Task<bool> MayWriteAsync(JiraniDbContext db, Guid storeId, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<bool>($"""select {storeId} = any (array(select my_stores('channel.write'))) as "Value" """).SingleAsync(cancellationToken);

    /// <summary>Whatever came or went last, it was in one of the ten conversations that were active last.</summary>
    private static Task<LastTraffic> LastAsync(JiraniDbContext db, Guid storeId, CancellationToken cancellationToken) => db.Database.SqlQuery<LastTraffic>($"""
        with active as (
            select customer_id from conversations where store_id = {storeId} and last_message_at is not null
            order by last_message_at desc, id limit 10),
        recent as (
            select m.id, m.message_type, m.created_at from active cross join lateral (
                select id, message_type, created_at from messaging_log
                where store_id = {storeId} and customer_id = active.customer_id order by created_at desc, id desc limit 20) m),
        news as (select e.status, e.occurred_at, e.created_at from recent join message_status_events e on e.store_id = {storeId} and e.message_id = recent.id)
        select greatest((select max(created_at) from recent where message_type = 'inbound'),
                        (select max(created_at) from news where status in ('delivered', 'read'))) as webhook_at,
               (select max(occurred_at) from news where status in ('delivered', 'read')) as delivery_at,
               (select count(*)::int from (select from messaging_log
                    where store_id = {storeId} and due_at is not null and whatsapp_message_id is null limit 100) w) as waiting
        """).SingleAsync(cancellationToken);

    private sealed record LastTraffic(DateTimeOffset? WebhookAt, DateTimeOffset? DeliveryAt, int Waiting);
}
