using Jirani.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

public sealed class ConversationQueries(OwnerDatabase database)
{
    /// <summary>Newest first.</summary>
    /// <param name="after">The last row shown so far; null starts at the top.</param>
    public Task<List<ConversationRow>> ListAsync(
        Guid ownerId, Guid storeId, ConversationRow? after, int count, CancellationToken cancellationToken) => database.AsOwnerAsync(
        ownerId,
        (db, cancellation) => Rows(db, After(db.Set<ConversationRecord>().Where(row => row.StoreId == storeId), after).Take(count)).ToListAsync(cancellation),
        cancellationToken);

    private static IQueryable<ConversationRecord> After(IQueryable<ConversationRecord> rows, ConversationRow? after)
    {
        var following = after is null
            ? rows.Where(row => row.LastMessageAt != null)
            : rows.Where(row => row.LastMessageAt < after.LastMessageAt || (row.LastMessageAt == after.LastMessageAt && row.Id > after.Id));
        return following.OrderByDescending(row => row.LastMessageAt).ThenBy(row => row.Id);
    }

    private static IQueryable<ConversationRow> Rows(JiraniDbContext db, IQueryable<ConversationRecord> rows) => rows.Select(row => new ConversationRow
    {
        Id = row.Id,
        Customer = new CustomerName(row.Customer.Name, row.Customer.Username, row.Customer.Phone),
        Preview = row.Preview,
        IsFromCustomer = row.LastDirection == "in",
        LastMessageAt = row.LastMessageAt!.Value,
        Unread = row.Unread,
        NeedsPerson = row.NeedsPerson,
        LastStatus = db.Set<MessageRecord>()
            .Where(message => message.StoreId == row.StoreId && message.CustomerId == row.CustomerId)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Select(message => message.Status).FirstOrDefault(),
    });
}
