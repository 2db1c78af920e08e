using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Npgsql;

namespace Jirani.Infrastructure.Database;

/// <summary>
/// Brings the schema up to date. One runner at a time, by an advisory lock; a migration that has to wait for a busy table
/// gives up after two seconds and tries again, so that it never stops the traffic behind it.
/// </summary>
public static class Migrator
{
    private const long Lock = 4_205_230_925;
    private const int Attempts = 15;

    public static async Task MigrateAsync(string connectionString, IUpgradeLog log, CancellationToken cancellationToken)
    {
        // Not pooled: a pooled connection would keep the lock after it is closed, until somebody opens it again.
        await using var guard = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await guard.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Lock}); create schema if not exists migrations", guard);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var result = Upgrade(connectionString, log);
            if (result.Successful)
            {
                return;
            }

            if (attempt == Attempts || result.Error is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
            {
                throw new InvalidOperationException($"The migration {result.ErrorScript?.Name} failed: {result.Error?.Message}", result.Error);
            }
        }
    }

    private static DatabaseUpgradeResult Upgrade(string connectionString, IUpgradeLog log)
    {
        var patient = new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c lock_timeout=2s", CommandTimeout = 0 };
        return DeployChanges.To
            .PostgresqlDatabase(patient.ConnectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith("migrations/", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .JournalToPostgresqlTable("migrations", "journal")
            .LogTo(log)
            .Build()
            .PerformUpgrade();
    }
}
