namespace Jirani.Infrastructure.Database;

/// <summary>What a link in the chat may show: one order, its lines, payments, delivery and the store's name.</summary>
public sealed class PublicDatabase : IAsyncDisposable
{
    private readonly ClaimedTransactions _transactions;

    private PublicDatabase(ClaimedTransactions transactions) => _transactions = transactions;

    public static PublicDatabase Create(string connectionString) =>
        new(ClaimedTransactions.Create(connectionString, "jirani public", "anon"));

    /// <summary>Runs the work in one transaction that sees this order and nothing else.</summary>
    public Task<T> ForOrderAsync<T>(Guid orderId, Func<JiraniDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _transactions.RunAsync("order", orderId, work, cancellationToken);

    public ValueTask DisposeAsync() => _transactions.DisposeAsync();
}
