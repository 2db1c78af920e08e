using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Stores;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jirani.Infrastructure.Conversations;

/// <summary>The answers that a shop gives often. Read and written under the caller's own login.</summary>
public sealed class QuickReplyService(OwnerDatabase database)
{
    /// <summary>A store's quick replies by code.</summary>
    public Task<List<QuickReply>> ListAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => Replies(db, storeId).ToListAsync(cancellation), cancellationToken);

    /// <summary>The same with what is known of a conversation's customer filled in.</summary>
    public Task<IReadOnlyList<QuickReply>> ForConversationAsync(Guid ownerId, ThreadView thread, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => FilledAsync(db, thread, cancellation), cancellationToken);

    /// <summary>Adds it, or changes the text of the one with its code.</summary>
    /// <returns>A sentence on why it was not kept; null where it was.</returns>
    public async Task<string?> SaveAsync(Guid ownerId, Guid storeId, QuickReply reply, CancellationToken cancellationToken)
    {
        if (reply.Fault() is { } fault)
        {
            return fault;
        }

        try
        {
            await database.AsOwnerAsync(ownerId, (db, cancellation) => db.Database.ExecuteSqlAsync($"""
                insert into quick_replies (store_id, code, text) values ({storeId}, {reply.Code}, {reply.Text.Trim()})
                on conflict (store_id, code) do update set text = excluded.text
                """, cancellation), cancellationToken);
            return null;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return "Only owners and managers change quick replies.";
        }
    }

    /// <returns>False where there is none of this code that the caller may delete.</returns>
    public async Task<bool> DeleteAsync(Guid ownerId, Guid storeId, string code, CancellationToken cancellationToken) =>
        await database.AsOwnerAsync(ownerId, (db, cancellation) => db.Set<QuickReplyRecord>()
            .Where(reply => reply.StoreId == storeId && reply.Code == code).ExecuteDeleteAsync(cancellation), cancellationToken) > 0;

    private static IQueryable<QuickReply> Replies(JiraniDbContext db, Guid storeId) => db.Set<QuickReplyRecord>()
        .Where(reply => reply.StoreId == storeId)
        .OrderBy(reply => reply.Code)
        .Select(reply => new QuickReply(reply.Code, reply.Text));

    private static async Task<IReadOnlyList<QuickReply>> FilledAsync(JiraniDbContext db, ThreadView thread, CancellationToken cancellationToken)
    {
        var replies = await Replies(db, thread.StoreId).ToListAsync(cancellationToken);
        if (replies.Count == 0)
        {
            return [];
        }

        var known = new Dictionary<string, string?>
        {
            ["customer.name"] = thread.Customer.Name,
            ["order.number"] = await db.Set<OrderRecord>()
                .Where(order => order.StoreId == thread.StoreId && order.CustomerId == thread.CustomerId)
                .OrderByDescending(order => order.CreatedAt).Select(order => order.OrderNumber).FirstOrDefaultAsync(cancellationToken),
            ["store.name"] = await db.Set<StoreRecord>().Where(store => store.Id == thread.StoreId).Select(store => store.Name).FirstAsync(cancellationToken),
        };
        return [.. replies.Select(reply => reply with { Text = reply.Fill(known) })];
    }
}
