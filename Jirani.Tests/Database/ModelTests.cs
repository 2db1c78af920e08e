using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Identity;
using Jirani.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jirani.Tests.Database;

/// <summary>The migrations make the tables, the model only reads them: both must mean the same.</summary>
public sealed class ModelTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    [Fact]
    public async Task Every_mapped_column_of_the_screens_exists_with_its_type_and_nullability()
    {
        var options = new DbContextOptionsBuilder<JiraniDbContext>().UseNpgsql().UseSnakeCaseNamingConvention().Options;
        await using var db = new JiraniDbContext(options);

        Assert.Empty(await DifferencesAsync(db.Model, "public"));
    }

    [Fact]
    public async Task Every_mapped_column_of_the_identity_schema_exists_with_its_type_and_nullability()
    {
        var options = new DbContextOptionsBuilder<IdentityContext>().UseNpgsql().UseSnakeCaseNamingConvention().Options;
        await using var db = new IdentityContext(options);

        Assert.Empty(await DifferencesAsync(db.Model, "identity"));
    }

    private async Task<IEnumerable<string>> DifferencesAsync(IModel model, string schema)
    {
        var columns = await Database.ListAsync<string>(Actor.Superuser, """
            select c.relname || '.' || a.attname || ' ' || regexp_replace(format_type(a.atttypid, null), 'character$', 'text')
                || case when a.attnotnull then ' not null' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            """, Cancel, schema);
        return model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => Described(entity, property))).Except(columns);
    }

    private static string Described(IEntityType entity, IProperty property)
    {
        var type = property.GetColumnType();
        var bare = type.StartsWith("character varying", StringComparison.Ordinal) ? "text" : type;
        return $"{entity.GetTableName()}.{property.GetColumnName()} {bare}{(property.IsNullable ? "" : " not null")}";
    }
}
