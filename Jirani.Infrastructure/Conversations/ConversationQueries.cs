using System.Diagnostics;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Orders;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

public sealed class ConversationQueries(OwnerDatabase database)
{
    private static readonly string _unpaid = OrderStatus.Pending.ToText();

    /// <summary>Newest first.</summary>
    /// <param name="ownerId">Who asks.</param>
    /// <param name="storeId">Of which store; nothing is found in one that is not the caller's.</param>
    /// <param name="filter">Which of its conversations.</param>
    /// <param name="after">The last row shown so far; null starts at the top.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<List<ConversationRow>> ListAsync(
        Guid ownerId, Guid storeId, ConversationFilter filter, ConversationRow? after, int count, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(
            ownerId,
            async (db, cancellation) =>
            {
                var found = await FoundAsync(db, storeId, filter.Search, cancellation);
                var rows = InScope(db, db.Set<ConversationRecord>().Where(row => row.StoreId == storeId), filter.Scope);
                return await Rows(db, After(found is null ? rows : rows.Where(row => found.Contains(row.Id)), after).Take(count)).ToListAsync(cancellation);
            },
            cancellationToken);

    /// <summary>Null where nothing is looked for.</summary>
    private static async Task<List<Guid>?> FoundAsync(JiraniDbContext db, Guid storeId, string? search, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(search)
            ? null
            : await db.Database.SqlQuery<Guid>($"""select search_conversations({storeId}, {search}) as "Value" """).ToListAsync(cancellationToken);

    private static IQueryable<ConversationRecord> InScope(JiraniDbContext db, IQueryable<ConversationRecord> rows, ConversationScope scope) => scope switch
    {
        ConversationScope.Any => rows,
        ConversationScope.Waiting => rows.Where(row => row.NeedsPerson),
        ConversationScope.Others => rows.Where(row => !row.NeedsPerson),
        ConversationScope.Unread => rows.Where(row => row.Unread > 0),
        ConversationScope.Unpaid => rows.Where(row => Unpaid(db).Any(order => order.StoreId == row.StoreId && order.CustomerId == row.CustomerId)),
        ConversationScope.OpenCart => rows.Where(row => Filled(db).Any(cart => cart.StoreId == row.StoreId && cart.CustomerId == row.CustomerId)),
        _ => throw new UnreachableException(),
    };

    private static IQueryable<OrderRecord> Unpaid(JiraniDbContext db) => db.Set<OrderRecord>().Where(order => order.Status == _unpaid);

    private static IQueryable<CartRecord> Filled(JiraniDbContext db) => db.Set<CartRecord>()
        .Where(cart => cart.Status == "open" && db.Set<CartLineRecord>().Any(line => line.CartId == cart.Id));

    private static IQueryable<ConversationRecord> After(IQueryable<ConversationRecord> rows, ConversationRow? after)
    {
        var following = after is null
            ? rows.Where(row => row.LastMessageAt != null)
            : rows.Where(row => row.LastMessageAt < after.LastMessageAt || (row.LastMessageAt == after.LastMessageAt && row.Id > after.Id));
        return following.OrderByDescending(row => row.LastMessageAt).ThenBy(row => row.Id);
    }

    private static IQueryable<ConversationRow> Rows(JiraniDbContext db, IQueryable<ConversationRecord> rows)
    {
        var (unpaid, filled) = (Unpaid(db), Filled(db));
        return rows.Select(row => new ConversationRow
        {
            Id = row.Id,
            Customer = new CustomerName(row.Customer.Name, row.Customer.Username, row.Customer.Phone),
            Preview = row.Preview,
            IsFromCustomer = row.LastDirection == "in",
            LastMessageAt = row.LastMessageAt!.Value,
            Unread = row.Unread,
            NeedsPerson = row.NeedsPerson,
            UnpaidTotal = unpaid.Where(order => order.StoreId == row.StoreId && order.CustomerId == row.CustomerId).Sum(order => order.TotalAmount),
            HasOpenCart = filled.Any(cart => cart.StoreId == row.StoreId && cart.CustomerId == row.CustomerId),
            LastStatus = db.Set<MessageRecord>()
                .Where(message => message.StoreId == row.StoreId && message.CustomerId == row.CustomerId)
                .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
                .Select(message => message.Status).FirstOrDefault(),
        });
    }
}
