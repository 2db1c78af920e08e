using Jirani.Domain.Carts;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>One batch of conversations, locked and loaded in one round trip.</summary>
internal sealed class AnsweringBatch
{
    private readonly Dictionary<ConversationKey, WaitingConversation> _locked = [];
    private readonly Dictionary<(Guid StoreId, Guid ProductId), Product> _products = [];

    public IReadOnlyCollection<WaitingConversation> Conversations => _locked.Values;

    /// <summary>Conversations in which something waits, but which another instance is working on.</summary>
    public HashSet<ConversationKey> HeldElsewhere { get; } = [];

    public Dictionary<Guid, Storefront> Stores { get; } = [];

    /// <summary>The database's time, which all other times of the batch come from.</summary>
    public DateTimeOffset Now { get; private set; }

    public static async Task<AnsweringBatch> LoadAsync(
        NpgsqlConnection connection, IReadOnlyCollection<ConversationKey> keys, int most, StoreSurroundings surroundings, CancellationToken cancellationToken)
    {
        var loaded = new AnsweringBatch();
        await using var batch = connection.CreateBatch();
        Fill(batch, [.. keys], most);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await loaded.ReadAsync(reader, surroundings, cancellationToken);
        loaded.ForgetIdle();
        return loaded;
    }

    /// <summary>One instance for one product of the batch, so that two carts do not sell the same piece.</summary>
    public Product Shared(Guid storeId, Product product)
    {
        if (!_products.TryGetValue((storeId, product.Id), out var shared))
        {
            _products.Add((storeId, product.Id), shared = product);
        }

        return shared;
    }

    public WaitingConversation? Find(ConversationKey key) => _locked.GetValueOrDefault(key);

    private static void Fill(NpgsqlBatch batch, ConversationKey[] keys, int most)
    {
        batch.Add("begin");
        batch.Add(AnsweringStatements.Lock, Stores(keys), Customers(keys));
        batch.Add(AnsweringStatements.Waiting, Stores(keys), Customers(keys), Value(most));
        batch.Add(AnsweringStatements.Moment, Stores(keys), Customers(keys));
        batch.Add(AnsweringStatements.Carts, Stores(keys), Customers(keys));
        batch.Add(AnsweringStatements.LatestOrders, Stores(keys), Customers(keys));
        batch.Add(AnsweringStatements.Stores, Stores(keys));

        static NpgsqlParameter Stores(ConversationKey[] keys) => Column(keys, key => key.StoreId);
        static NpgsqlParameter Customers(ConversationKey[] keys) => Column(keys, key => key.CustomerId);
    }

    private async Task ReadAsync(NpgsqlDataReader reader, StoreSurroundings surroundings, CancellationToken cancellationToken)
    {
        await reader.EachAsync(Lock, cancellationToken);
        await reader.EachAsync(AddMessage, cancellationToken);
        await reader.EachAsync(row => Find(AnsweringRows.Key(row))?.Moment = CustomerMoment.Read(row), cancellationToken);
        await reader.EachAsync(AddCartLine, cancellationToken);
        await reader.EachAsync(row => Find(AnsweringRows.Key(row))?.LatestOrder = AnsweringRows.Order(row), cancellationToken);
        await reader.EachAsync(row => Stores[row.GetGuid(0)] = AnsweringRows.Storefront(row, surroundings), cancellationToken);
    }

    private void Lock(NpgsqlDataReader row)
    {
        var key = AnsweringRows.Key(row);
        _locked[key] = new WaitingConversation(key, row.GetGuid(2));
        Now = row.GetFieldValue<DateTimeOffset>(3);
    }

    private void AddMessage(NpgsqlDataReader row)
    {
        if (Find(AnsweringRows.Key(row)) is { } conversation)
        {
            conversation.Messages.Add(WaitingMessage.Read(row));
        }
        else
        {
            HeldElsewhere.Add(AnsweringRows.Key(row));
        }
    }

    private void AddCartLine(NpgsqlDataReader row)
    {
        if (Find(AnsweringRows.Key(row)) is { } conversation)
        {
            var product = Shared(conversation.Key.StoreId, AnsweringRows.Product(row, 4));
            conversation.CartLines.Add(new CartLine(product, row.GetDecimal(2), row.GetDecimal(3)));
        }
    }

    /// <summary>What waits for a later time holds up what came after it: the sweep brings it back.</summary>
    private void ForgetIdle()
    {
        foreach (var idle in _locked.Values.Where(conversation => conversation.Messages is not [{ IsDue: true }, ..]).ToList())
        {
            _locked.Remove(idle.Key);
        }
    }
}
