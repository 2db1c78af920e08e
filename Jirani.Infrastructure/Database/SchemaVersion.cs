namespace Jirani.Infrastructure.Database;

/// <summary>Tells whether the database has every migration this build was made with. A newer schema is fine.</summary>
public sealed class SchemaVersion(ServiceDatabase database)
{
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Source.CreateCommand("select count(*) from migrations.journal where scriptname = any($1)");
        command.Parameters.AddWithValue(EmbeddedSql.MigrationNames);
        return await command.ExecuteScalarAsync(cancellationToken) is long count && count >= EmbeddedSql.MigrationNames.Length;
    }
}
