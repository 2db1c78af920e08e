using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Conversations;

/// <summary>The conversations of a store, each read in one round trip.</summary>
public sealed class ConversationQueries(OwnerDatabase database, SharedReads shared)
{
    private static readonly ConversationFilter _waiting = new(ConversationScope.Waiting);

    /// <summary>Newest first.</summary>
    /// <param name="ownerId">Who asks.</param>
    /// <param name="storeId">Of which store; nothing is found in one that is not the caller's.</param>
    /// <param name="filter">Which of its conversations.</param>
    /// <param name="skip">How many stand above the first that is wanted.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyList<ConversationRow>> ListAsync(
        Guid ownerId, Guid storeId, ConversationFilter filter, int skip, int count, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("a stretch", ownerId, filter, skip, count),
        () => database.ReadAsync(ownerId, batch => AddRows(batch, storeId, filter, skip, count), RowsAsync, CancellationToken.None),
        cancellationToken);

    /// <summary>All that stands in the inbox, of one moment.</summary>
    /// <inheritdoc cref="ListAsync" />
    public Task<InboxRows> InboxAsync(
        Guid ownerId, Guid storeId, ConversationFilter filter, int skip, int count, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("the inbox", ownerId, filter, skip, count),
        () => database.ReadAsync(
            ownerId,
            batch =>
            {
                AddRows(batch, storeId, _waiting, 0, filter.Scope == ConversationScope.Others ? InboxRows.MostWaiting : 0);
                AddRows(batch, storeId, filter, skip, count);
                batch.Add(InboxStatements.Counts, Value(storeId));
            },
            async (reader, cancellation) => new InboxRows(await RowsAsync(reader, cancellation), await RowsAsync(reader, cancellation), await CountsAsync(reader, cancellation)),
            CancellationToken.None),
        cancellationToken);

    /// <summary>Up to <see cref="ConversationCounts.Most" />.</summary>
    public Task<int> CountWaitingAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("who waits", ownerId),
        () => database.ReadAsync(
            ownerId,
            batch => batch.Add(InboxStatements.CountWaiting, Value(storeId)),
            async (reader, cancellation) =>
            {
                var count = 0;
                await reader.EachAsync(row => count = row.GetInt32(0), cancellation);
                return count;
            },
            CancellationToken.None),
        cancellationToken);

    private static void AddRows(NpgsqlBatch batch, Guid storeId, ConversationFilter filter, int skip, int count)
    {
        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            batch.Add(InboxStatements.RowsIn(filter.Scope, skip, count), Value(storeId));
        }
        else
        {
            batch.Add(InboxStatements.FoundIn(filter.Scope, skip, count), Value(storeId), Value(filter.Search));
        }
    }

    private static async Task<IReadOnlyList<ConversationRow>> RowsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<ConversationRow>();
        await reader.EachAsync(row => rows.Add(Read(row)), cancellationToken);
        return rows;
    }

    private static async Task<ConversationCounts> CountsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var counts = ConversationCounts.None;
        await reader.EachAsync(row => counts = new ConversationCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)), cancellationToken);
        return counts;
    }

    private static ConversationRow Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Customer = new CustomerName(row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3)),
        Preview = row.TextOrNull(4),
        IsFromCustomer = row.GetFieldValue<bool?>(5) is true,
        LastMessageAt = row.GetFieldValue<DateTimeOffset>(6),
        Unread = row.GetInt32(7),
        NeedsPerson = row.GetBoolean(8),
        UnpaidTotal = row.GetDecimal(9),
        CartTotal = row.GetDecimal(10),
        WindowUntil = row.GetFieldValue<DateTimeOffset?>(11),
        LastStatus = row.TextOrNull(12),
    };
}
