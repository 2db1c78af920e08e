using System.Diagnostics;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Orders;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Conversations;

public sealed class ConversationQueries(OwnerDatabase database, SharedReads shared)
{
    private static readonly string _unpaid = OrderStatus.Pending.ToText();

    /// <summary>Newest first.</summary>
    /// <param name="ownerId">Who asks.</param>
    /// <param name="storeId">Of which store; nothing is found in one that is not the caller's.</param>
    /// <param name="filter">Which of its conversations.</param>
    /// <param name="skip">How many stand above the first that is wanted.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyList<ConversationRow>> ListAsync(
        Guid ownerId, Guid storeId, ConversationFilter filter, int skip, int count, CancellationToken cancellationToken) => shared.ReadAsync(
        (ownerId, storeId, filter, skip, count),
        () => database.AsOwnerAsync(ownerId, (db, cancellation) => ListAsync(db, storeId, filter, skip, count, cancellation), CancellationToken.None),
        cancellationToken);

    /// <summary>For the numbers beside the filters, and for the title of the page.</summary>
    public Task<ConversationCounts> CountAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) => shared.ReadAsync(
        ("all numbers", ownerId, storeId),
        () => database.AsOwnerAsync(
            ownerId,
            async (db, cancellation) => new ConversationCounts(
                await CountAsync(db, storeId, ConversationScope.Waiting, cancellation),
                await CountAsync(db, storeId, ConversationScope.Unread, cancellation),
                await CountAsync(db, storeId, ConversationScope.Unpaid, cancellation),
                await CountAsync(db, storeId, ConversationScope.OpenCart, cancellation)),
            CancellationToken.None),
        cancellationToken);

    /// <summary>Up to <see cref="ConversationCounts.Most" />.</summary>
    public Task<int> CountWaitingAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) => shared.ReadAsync(
        ("who waits", ownerId, storeId),
        () => database.AsOwnerAsync(ownerId, (db, cancellation) => CountAsync(db, storeId, ConversationScope.Waiting, cancellation), CancellationToken.None),
        cancellationToken);

    private static async Task<IReadOnlyList<ConversationRow>> ListAsync(
        JiraniDbContext db, Guid storeId, ConversationFilter filter, int skip, int count, CancellationToken cancellationToken)
    {
        var found = await FoundAsync(db, storeId, filter.Search, cancellationToken);
        var rows = InScope(db, db.Set<ConversationRecord>().Where(row => row.StoreId == storeId), filter.Scope);
        return await Rows(db, Ordered(found is null ? rows : rows.Where(row => found.Contains(row.Id))).Skip(skip).Take(count)).ToListAsync(cancellationToken);
    }

    private static Task<int> CountAsync(JiraniDbContext db, Guid storeId, ConversationScope scope, CancellationToken cancellationToken) =>
        InScope(db, db.Set<ConversationRecord>().Where(row => row.StoreId == storeId && row.LastMessageAt != null), scope)
            .Take(ConversationCounts.Most).CountAsync(cancellationToken);

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

    private static IQueryable<ConversationRecord> Ordered(IQueryable<ConversationRecord> rows) =>
        rows.Where(row => row.LastMessageAt != null).OrderByDescending(row => row.LastMessageAt).ThenBy(row => row.Id);

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
            CartTotal = db.Set<CartLineRecord>()
                .Where(line => filled.Any(cart => cart.Id == line.CartId && cart.StoreId == row.StoreId && cart.CustomerId == row.CustomerId))
                .Sum(line => line.Quantity * line.UnitPrice),
            WindowUntil = row.WindowUntil,
            LastStatus = db.Set<MessageRecord>()
                .Where(message => message.StoreId == row.StoreId && message.CustomerId == row.CustomerId)
                .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
                .Select(message => message.Status).FirstOrDefault(),
        });
    }
}
