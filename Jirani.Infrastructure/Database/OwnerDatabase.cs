using Npgsql;

namespace Jirani.Infrastructure.Database;

/// <summary>Everything an owner does, under row-level security: another store's rows are not there.</summary>
public sealed class OwnerDatabase : IAsyncDisposable
{
    private readonly ClaimedTransactions _transactions;

    private OwnerDatabase(ClaimedTransactions transactions) => _transactions = transactions;

    public static OwnerDatabase Create(string connectionString) =>
        new(ClaimedTransactions.Create(connectionString, "jirani dashboard", "authenticated"));

    /// <summary>Runs the work in one transaction as this user and commits it.</summary>
    public Task<T> AsOwnerAsync<T>(Guid userId, Func<JiraniDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _transactions.RunAsync("sub", userId, work, cancellationToken);

    /// <summary>Reads in one round trip what a screen asks again and again. Nothing can be written.</summary>
    internal Task<T> ReadAsync<T>(
        Guid userId, Action<NpgsqlBatch> fill, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        _transactions.ReadAsync("sub", userId, fill, read, cancellationToken);

    public ValueTask DisposeAsync() => _transactions.DisposeAsync();
}
