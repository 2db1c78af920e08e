using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>The payments of a store, each look in one round trip.</summary>
public sealed class PaymentQueries(OwnerDatabase database, SharedReads shared)
{
    /// <summary>Newest first.</summary>
    /// <param name="ownerId">Who asks.</param>
    /// <param name="storeId">Of which store; nothing is found in one that is not the caller's.</param>
    /// <param name="filter">Which of its payments.</param>
    /// <param name="after">Below which row; null begins with the newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<PaymentList> ListAsync(
        Guid ownerId, Guid storeId, PaymentFilter filter, PaymentRow? after, int count, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("payments", ownerId, filter, after?.Id, count),
        () => database.ReadAsync(
            ownerId,
            batch =>
            {
                batch.Add(PaymentStatements.Rights, Value(storeId));
                batch.Add(PaymentStatements.InReview, Value(storeId));
                AddRows(batch, storeId, filter, after, count + 1);
            },
            (reader, cancellation) => ReadAsync(reader, count, cancellation),
            CancellationToken.None),
        cancellationToken);

    /// <summary>How many wait for a decision, up to <see cref="PaymentList.MostInReview" />.</summary>
    public Task<int> CountInReviewAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) => shared.ReadAsync(
        storeId,
        ("payments in review", ownerId),
        () => database.ReadAsync(ownerId, batch => batch.Add(PaymentStatements.InReview, Value(storeId)), CountAsync, CancellationToken.None),
        cancellationToken);

    public Task<PaymentRights> RightsAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) =>
        database.ReadAsync(ownerId, batch => batch.Add(PaymentStatements.Rights, Value(storeId)), RightsAsync, cancellationToken);

    /// <summary>Null where there is no payment of this id among those the caller may see.</summary>
    public Task<PaymentStory?> StoryAsync(Guid ownerId, Guid paymentId, CancellationToken cancellationToken) =>
        database.ReadAsync(ownerId, batch => PaymentStoryReader.Add(batch, paymentId), PaymentStoryReader.ReadAsync, cancellationToken);

    internal static void AddRows(NpgsqlBatch batch, Guid storeId, PaymentFilter filter, PaymentRow? after, int count)
    {
        NpgsqlParameter[] place = [Value(storeId), Value(after?.CreatedAt.ToUniversalTime()), Value(after?.Id)];
        batch.Add(
            PaymentStatements.Rows(filter, after is not null, count),
            PaymentStatements.IsSearch(filter) ? [.. place, Value(filter.Search!)] : place);
    }

    internal static async Task<PaymentRights> RightsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rights = PaymentRights.None;
        await reader.EachAsync(
            row => rights = row.GetBoolean(1) ? PaymentRights.Act : row.GetBoolean(0) ? PaymentRights.See : PaymentRights.None, cancellationToken);
        return rights;
    }

    private static async Task<PaymentList> ReadAsync(NpgsqlDataReader reader, int count, CancellationToken cancellationToken)
    {
        var rights = await RightsAsync(reader, cancellationToken);
        var inReview = await CountAsync(reader, cancellationToken);
        var rows = new List<PaymentRow>();
        await reader.EachAsync(row => rows.Add(PaymentRows.Read(row)), cancellationToken);
        return new PaymentList(rows[..Math.Min(count, rows.Count)], rows.Count > count, inReview, rights);
    }

    private static async Task<int> CountAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var count = 0;
        await reader.EachAsync(row => count = row.GetInt32(0), cancellationToken);
        return count;
    }
}
