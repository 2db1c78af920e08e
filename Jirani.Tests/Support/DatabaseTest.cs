namespace Jirani.Tests.Support;

/// <summary>A test with an empty database of its own, in which nothing may be false at its end.</summary>
public abstract class DatabaseTest(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase? _database;

    protected TestDatabase Database => _database ?? throw new InvalidOperationException("The test has not begun.");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => _database = await postgres.EmptyAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await using var database = Database;
        await database.AssertInvariantsAsync(CancellationToken.None);
    }
}
