using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class InvariantsTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task An_empty_database_breaks_none() => await Database.AssertInvariantsAsync(Cancel);
}
