using Npgsql;

namespace Jirani.Tests.Support;

/// <summary>A database of its own for a test, with every login's way into it. Dropped on dispose.</summary>
public sealed class TestDatabase(string name, Func<string, string, string> connectionString, Func<string, ValueTask> drop) : IAsyncDisposable
{
    private static readonly Lazy<string> _invariants = new(() => File.ReadAllText(Repository.File("db", "tests", "invariants.sql")));

    private readonly Dictionary<string, NpgsqlDataSource> _sources = [];
    private readonly Lock _gate = new();

    public string Name => name;

    /// <param name="login">One of <see cref="Login"/>.</param>
    public string ConnectionString(string login) => connectionString(name, login);

    public NpgsqlDataSource Source(string login)
    {
        lock (_gate)
        {
            return _sources.TryGetValue(login, out var known)
                ? known
                : _sources[login] = NpgsqlDataSource.Create(ConnectionString(login));
        }
    }

    /// <summary>A transaction of an actor, as the app would begin it.</summary>
    public async Task<ActorTransaction> BeginAsync(Actor actor, CancellationToken cancellationToken)
    {
        var connection = await Source(actor.Login).OpenConnectionAsync(cancellationToken);
        return await ActorTransaction.BeginAsync(connection, actor, cancellationToken);
    }

    /// <returns>The rows touched by a statement that is committed.</returns>
    public async Task<int> ExecuteAsync(Actor actor, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var transaction = await BeginAsync(actor, cancellationToken);
        var touched = await transaction.ExecuteAsync(sql, cancellationToken, values);
        await transaction.CommitAsync(cancellationToken);
        return touched;
    }

    /// <returns>The first column of every row.</returns>
    public async Task<IReadOnlyList<T>> ListAsync<T>(Actor actor, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var transaction = await BeginAsync(actor, cancellationToken);
        var rows = await transaction.ListAsync<T>(sql, cancellationToken, values);
        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    /// <returns>The first column of the only row.</returns>
    public async Task<T> ValueAsync<T>(Actor actor, string sql, CancellationToken cancellationToken, params object?[] values) =>
        Assert.Single(await ListAsync<T>(actor, sql, cancellationToken, values));

    /// <summary>What must never be false: db/tests/invariants.sql finds nothing.</summary>
    public async Task AssertInvariantsAsync(CancellationToken cancellationToken)
    {
        await using var command = Source(Login.Superuser).CreateCommand(_invariants.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> broken = [];
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                broken.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        Assert.Empty(broken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
        {
            await source.DisposeAsync();
        }

        await drop(name);
    }
}
