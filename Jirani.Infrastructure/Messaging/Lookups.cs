using Jirani.Domain;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Infrastructure.Database;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>What the texts of a batch ask for by name, fetched in one round trip: products, orders to track, order numbers.</summary>
internal sealed class Lookups(AnsweringBatch loaded)
{
    private readonly HashSet<(Guid StoreId, string Sku)> _skus = [];
    private readonly HashSet<(ConversationKey Key, string Reference)> _references = [];
    private readonly Dictionary<Guid, List<WaitingConversation>> _checkouts = [];
    private readonly HashSet<ConversationKey> _payers = [];
    private readonly Dictionary<Guid, List<Product>> _products = [];
    private readonly Dictionary<Guid, Dictionary<string, List<Product>>> _near = [];

    public async Task FetchAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var conversation in loaded.Conversations)
        {
            foreach (var command in conversation.Commands)
            {
                Note(conversation, command);
            }
        }

        await using var batch = connection.CreateBatch();
        Fill(batch);
        if (batch.BatchCommands.Count == 0)
        {
            return;
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await ReadAsync(reader, cancellationToken);
    }

    public Shelf ShelfOf(Guid storeId) => new(
        _products.GetValueOrDefault(storeId, []),
        _near.GetValueOrDefault(storeId, []).ToDictionary(near => near.Key, near => (IReadOnlyList<Product>)near.Value));

    private void Note(WaitingConversation conversation, CustomerCommand command)
    {
        var storeId = conversation.Key.StoreId;
        switch (command)
        {
            case CustomerCommand.Add add:
                _skus.Add((storeId, Sku.Key(add.Sku)));
                break;
            case CustomerCommand.Track track:
                _references.Add((conversation.Key, track.Reference));
                break;
            case CustomerCommand.Checkout:
                _checkouts.TryAdd(storeId, []);
                _checkouts[storeId].Add(conversation);
                break;
            case CustomerCommand.Pay or CustomerCommand.Paid:
                _payers.Add(conversation.Key);
                break;
        }
    }

    private void Fill(NpgsqlBatch batch)
    {
        var skus = _skus.ToArray();
        var references = _references.ToArray();
        var checkouts = _checkouts.ToArray();
        if (skus.Length > 0)
        {
            batch.Add(AnsweringStatements.Products, Column(skus, asked => asked.StoreId), Column(skus, asked => asked.Sku));
        }

        if (references.Length > 0)
        {
            batch.Add(
                AnsweringStatements.TrackedOrders,
                Column(references, asked => asked.Key.StoreId),
                Column(references, asked => asked.Key.CustomerId),
                Column(references, asked => asked.Reference));
        }

        if (checkouts.Length > 0)
        {
            batch.Add(AnsweringStatements.OrderNumbers, Column(checkouts, store => store.Key), Column(checkouts, store => store.Value.Count));
        }

        if (_payers.Count > 0)
        {
            ConversationKey[] payers = [.. _payers];
            batch.Add(AnsweringStatements.Payments, Column(payers, payer => payer.StoreId), Column(payers, payer => payer.CustomerId));
        }
    }

    private async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (_skus.Count > 0)
        {
            await reader.EachAsync(AddProduct, cancellationToken);
        }

        if (_references.Count > 0)
        {
            await reader.EachAsync(row => loaded.Find(AnsweringRows.Key(row))?.Tracked[row.GetString(13)] = AnsweringRows.Order(row), cancellationToken);
        }

        if (_checkouts.Count > 0)
        {
            await reader.EachAsync(row => HandOutTickets(row.GetGuid(0), row.GetInt32(1)), cancellationToken);
        }

        if (_payers.Count > 0)
        {
            await reader.EachAsync(row => loaded.Find(AnsweringRows.Key(row))?.Payments.Add(AnsweringRows.Payment(row)), cancellationToken);
        }
    }

    private void AddProduct(NpgsqlDataReader row)
    {
        var storeId = row.GetGuid(0);
        var product = loaded.Shared(storeId, AnsweringRows.Product(row, 3));
        if (row.GetBoolean(2))
        {
            _products.TryAdd(storeId, []);
            _products[storeId].Add(product);
            return;
        }

        _near.TryAdd(storeId, []);
        var key = Sku.Key(row.GetString(1));
        _near[storeId].TryAdd(key, []);
        _near[storeId][key].Add(product);
    }

    /// <summary>Order ids are random: the link in the chat is all that guards the order's page.</summary>
    private void HandOutTickets(Guid storeId, int lastNumber)
    {
        var conversations = _checkouts[storeId];
        for (var place = 0; place < conversations.Count; place++)
        {
            var number = lastNumber - conversations.Count + place + 1;
            conversations[place].Tickets.Enqueue(new OrderTicket(Guid.NewGuid(), Invariant($"{number}")));
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
