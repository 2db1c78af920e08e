using Jirani.Domain.Orders;
using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Consent;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Orders;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Customers;

public sealed class CustomerQueries(OwnerDatabase database)
{
    private const int MostOrders = 20;
    private const int MostNotes = 50;
    private const int MostConsent = 10;

    private static readonly string[] _paid = [.. Enum.GetValues<OrderStatus>().Where(status => status.IsPaid()).Select(status => status.ToText())];

    /// <summary>The customer of a conversation; null when there is none of this id among the caller's stores.</summary>
    public Task<CustomerDetails?> OfConversationAsync(Guid ownerId, Guid conversationId, CancellationToken cancellationToken) =>
        database.AsOwnerAsync(ownerId, (db, cancellation) => ReadAsync(db, ownerId, conversationId, cancellation), cancellationToken);

    private static async Task<CustomerDetails?> ReadAsync(JiraniDbContext db, Guid ownerId, Guid conversationId, CancellationToken cancellationToken)
    {
        var customer = await db.Set<ConversationRecord>().Where(row => row.Id == conversationId).Select(row => row.Customer).FirstOrDefaultAsync(cancellationToken);
        if (customer is null)
        {
            return null;
        }

        var orders = db.Set<OrderRecord>().Where(order => order.StoreId == customer.StoreId && order.CustomerId == customer.Id);
        var paid = await orders.Where(order => _paid.Contains(order.Status))
            .GroupBy(_ => 1).Select(all => new { Count = all.Count(), Sum = all.Sum(order => order.TotalAmount) }).FirstOrDefaultAsync(cancellationToken);
        return new CustomerDetails
        {
            Id = customer.Id,
            StoreId = customer.StoreId,
            Name = new CustomerName(customer.Name, customer.Username, customer.Phone),
            Language = customer.Language,
            Since = customer.CreatedAt,
            Consent = await ConsentAsync(db, customer, cancellationToken),
            Cart = await CartAsync(db, customer, cancellationToken),
            Orders = await OrdersAsync(orders, cancellationToken),
            OrderCount = await orders.CountAsync(cancellationToken),
            Spent = paid?.Sum ?? 0,
            PaidOrders = paid?.Count ?? 0,
            Notes = await NotesAsync(db, customer, ownerId, cancellationToken),
            MayTakeCash = await db.Database.SqlQuery<bool>($"""select {customer.StoreId} = any (array(select my_stores('payments.write'))) as "Value" """).SingleAsync(cancellationToken),
        };
    }

    private static Task<List<ConsentStep>> ConsentAsync(JiraniDbContext db, CustomerRecord customer, CancellationToken cancellationToken) =>
        db.Set<ConsentEventRecord>()
            .Where(step => step.StoreId == customer.StoreId && step.CustomerId == customer.Id)
            .OrderByDescending(step => step.Id).Take(MostConsent)
            .Select(step => new ConsentStep(step.IsOptedIn, step.ConsentSource, step.OccurredAt))
            .ToListAsync(cancellationToken);

    private static Task<List<CartLineRow>> CartAsync(JiraniDbContext db, CustomerRecord customer, CancellationToken cancellationToken) =>
        db.Set<CartLineRecord>()
            .Where(line => db.Set<CartRecord>().Any(cart =>
                cart.Id == line.CartId && cart.StoreId == customer.StoreId && cart.CustomerId == customer.Id && cart.Status == "open"))
            .OrderBy(line => line.CreatedAt)
            .Select(line => new CartLineRow(line.ProductId, line.Product.Sku, line.Product.Name, line.Quantity, line.UnitPrice))
            .ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<CustomerOrder>> OrdersAsync(IQueryable<OrderRecord> orders, CancellationToken cancellationToken)
    {
        var rows = await orders.OrderByDescending(order => order.CreatedAt).Take(MostOrders)
            .Select(order => new { order.Id, order.OrderNumber, order.Status, order.TotalAmount, order.CreatedAt })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new CustomerOrder(row.Id, row.OrderNumber, OrderStatusText.Parse(row.Status), row.TotalAmount, row.CreatedAt))];
    }

    private static Task<List<NoteRow>> NotesAsync(JiraniDbContext db, CustomerRecord customer, Guid ownerId, CancellationToken cancellationToken) =>
        db.Set<NoteRecord>()
            .Where(note => note.StoreId == customer.StoreId && note.CustomerId == customer.Id)
            .OrderByDescending(note => note.CreatedAt).Take(MostNotes)
            .Select(note => new NoteRow(note.Id, note.Text, note.CreatedAt, note.AuthorId == ownerId))
            .ToListAsync(cancellationToken);
}
