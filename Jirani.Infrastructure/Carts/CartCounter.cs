using Jirani.Domain;
using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Messaging;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Carts;

/// <summary>A customer's cart while its conversation is locked: the dialogue leaves it alone until the commit.</summary>
internal sealed class CartCounter
{
    /// <summary>Waits where the answering worker skips: what an owner asked for is not to be dropped.</summary>
    private const string Lock = "select from conversations where store_id = $1 and id = $2 for no key update";

    private const string Session = """
        select s.name, s.currency, 'wa:' || coalesce(u.phone, u.wa_user_id)
        from store_settings s join customers u on u.store_id = s.id
        where s.id = $1 and u.id = $2
        """;

    private readonly List<CartLine> _lines = [];
    private string _store = "";
    private Currency _currency;

    public string SessionId { get; private set; } = "";

    public OwnerCart Cart => new(_store, _currency, new Cart(_lines));

    /// <summary>Null where the store has no such product.</summary>
    public Product? Product { get; private set; }

    public static async Task<CartCounter> OpenAsync(
        NpgsqlConnection connection, WritableConversation found, Guid productId, CancellationToken cancellationToken)
    {
        var counter = new CartCounter();
        await using var batch = connection.CreateBatch();
        batch.Add(Lock, Value(found.StoreId), Value(found.Id));
        batch.Add(Session, Value(found.StoreId), Value(found.CustomerId));
        batch.Add(AnsweringStatements.Carts, Value(new[] { found.StoreId }), Value(new[] { found.CustomerId }));
        batch.Add(AnsweringStatements.Product, Value(found.StoreId), Value(productId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.EachAsync(_ => { }, cancellationToken);
        await reader.EachAsync(counter.Greet, cancellationToken);
        await reader.EachAsync(counter.TakeLine, cancellationToken);
        await reader.EachAsync(row => counter.Product = AnsweringRows.Product(row, 0), cancellationToken);
        return counter;
    }

    private void Greet(NpgsqlDataReader row) => (_store, _currency, SessionId) = (row.GetString(0), new Currency(row.GetString(1)), row.GetString(2));

    private void TakeLine(NpgsqlDataReader row) =>
        _lines.Add(new CartLine(AnsweringRows.Product(row, 4), row.GetDecimal(2), row.GetDecimal(3)));
}
