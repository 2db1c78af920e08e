using Jirani.Infrastructure.Database;
using Jirani.Tests.Support;

namespace Jirani.Tests.Flutterwave;

/// <summary>One database for all tests of a class, each of which begins with nobody known.</summary>
public sealed class CustomerTable(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase? _database;
    private ServiceDatabase? _service;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The tests have not begun.");

    public ServiceDatabase Service => _service ?? throw new InvalidOperationException("The tests have not begun.");

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.EmptyAsync(CancellationToken.None);
        _service = ServiceDatabase.Create(_database.ConnectionString(Login.Service));
    }

    /// <summary>Rows are kept apart by the peer's port, and the system gives out ports again.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken) =>
        Database.ExecuteAsync(Actor.Superuser, "delete from flutterwave_customers", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }
}
