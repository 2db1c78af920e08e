using Jirani.Infrastructure.Database;
using Jirani.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jirani.Tests.Database;

/// <summary>EF Core maps what the migrations made; nothing else checks that the two agree.</summary>
public sealed class ModelTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task Every_mapped_column_is_in_the_database_with_its_nulls()
    {
        await using var db = new JiraniDbContext(new DbContextOptionsBuilder<JiraniDbContext>()
            .UseNpgsql(Database.ConnectionString(Login.Dashboard)).UseSnakeCaseNamingConvention().Options);
        var columns = await Database.ListAsync<string>(Actor.Superuser, """
            select table_name || '.' || column_name || case is_nullable when 'YES' then ' null' else '' end
            from information_schema.columns where table_schema = 'public'
            """, Cancel);

        var mapped = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).SelectMany(Columns).ToList();

        Assert.NotEmpty(mapped);
        Assert.Empty(mapped.Except(columns));
    }

    private static IEnumerable<string> Columns(IEntityType type) => type.GetProperties().Select(property =>
        $"{type.GetTableName()}.{property.GetColumnName()}{(property.IsNullable ? " null" : "")}");
}
