namespace Jirani.Tests.Support;

/// <summary>A database in which both stores of the cast have a row in every table, for the tests of one class.</summary>
public sealed class TwoStores(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase? _database;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The class has not begun.");

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        _database = await postgres.EmptyAsync(cancel);
        await StoreRows.AddAsync(Database, Cast.MamaNjeri, cancel);
        await StoreRows.AddAsync(Database, Cast.NakatoFresh, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await using var database = Database;
        await database.AssertInvariantsAsync(CancellationToken.None);
    }
}
