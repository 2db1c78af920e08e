using DbUp.Engine.Output;
using Jirani.Infrastructure.Database;
using Jirani.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Jirani.Tests.Support;

/// <summary>
/// The cluster of this run: a template database, migrated once, and quick copies of it. Reads JIRANI_TEST_PG (a superuser's
/// connection string) and JIRANI_TEST_PASSWORD (of every login); tests that need no database run without them.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly string _run = Guid.NewGuid().ToString("n")[..8];
    private readonly SemaphoreSlim _gate = new(1);
    private int _copies;
    private bool _isBegun;
    private bool _isMigrated;
    private bool _isSeeded;

    private static string Server => Environment.GetEnvironmentVariable("JIRANI_TEST_PG")
        ?? throw new InvalidOperationException("JIRANI_TEST_PG is not set: run ./test, or name a superuser's connection string.");

    private string Migrated => $"jirani_{_run}_migrated";
    private string Seeded => $"jirani_{_run}_seeded";

    /// <summary>A database with the schema and no row.</summary>
    public async Task<TestDatabase> EmptyAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await CopyAsync(Migrated, cancellationToken);
    }

    /// <summary>A database with nothing but the roles' rights in it: what a migration starts from.</summary>
    public async Task<TestDatabase> BareAsync(CancellationToken cancellationToken)
    {
        var name = NextName();
        await CreateAsync(name, cancellationToken);
        return Open(name);
    }

    /// <summary>A database with the two demo stores, as the app's own migrate command leaves it.</summary>
    public async Task<TestDatabase> SeededAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_isSeeded)
            {
                await AdministerAsync($"create database {Seeded} template {Migrated} owner {Login.Migrator}", cancellationToken);
                await AppProcess.MigrateAsync(Open(Seeded), cancellationToken);
                await QuickPassword.HashAgainAsync(Unpooled(Seeded, Login.Superuser), cancellationToken);
                _isSeeded = true;
            }
        }
        finally
        {
            _gate.Release();
        }

        return await CopyAsync(Seeded, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isBegun)
        {
            await DropAsync(Seeded);
            await DropAsync(Migrated);
        }

        _gate.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_isMigrated)
            {
                _isBegun = true;
                await CreateAsync(Migrated, cancellationToken);
                await Migrator.MigrateAsync(Unpooled(Migrated, Login.Migrator), new NoOpUpgradeLog(), cancellationToken);
                _isMigrated = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    // What db/roles.sql does for the database it makes.
    private static async Task CreateAsync(string name, CancellationToken cancellationToken)
    {
        await AdministerAsync($"create database {name} owner {Login.Migrator}", cancellationToken);
        await AdministerAsync($"revoke all on database {name} from public", cancellationToken);
        await AdministerAsync($"grant connect on database {name} to {string.Join(", ", Login.OfTheApp)}", cancellationToken);
        await using var connection = new NpgsqlConnection(Unpooled(name, Login.Superuser));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"""
            alter schema public owner to {Login.Migrator};
            revoke all on schema public from public;
            create schema extensions;
            revoke all on schema extensions from public;
            grant usage on schema extensions to {Login.Migrator}, service_role, authenticated, anon;
            create extension pg_trgm with schema extensions
            """, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<TestDatabase> CopyAsync(string template, CancellationToken cancellationToken)
    {
        var name = NextName();
        await AdministerAsync($"create database {name} template {template} owner {Login.Migrator}", cancellationToken);
        await AdministerAsync($"revoke all on database {name} from public", cancellationToken);
        await AdministerAsync($"grant connect on database {name} to {string.Join(", ", Login.OfTheApp)}", cancellationToken);
        return Open(name);
    }

    private string NextName() => $"jirani_{_run}_{Interlocked.Increment(ref _copies)}";

    private static TestDatabase Open(string name) => new(name, ConnectionString, DropAsync);

    private static string ConnectionString(string database, string login)
    {
        var server = new NpgsqlConnectionStringBuilder(Server) { Database = database };
        if (login != Login.Superuser)
        {
            server.Username = login;
            server.Password = Environment.GetEnvironmentVariable("JIRANI_TEST_PASSWORD");
        }

        return server.ConnectionString;
    }

    // A template is copied only while nobody is connected to it.
    private static string Unpooled(string database, string login) =>
        new NpgsqlConnectionStringBuilder(ConnectionString(database, login)) { Pooling = false }.ConnectionString;

    private static async ValueTask DropAsync(string name) =>
        await AdministerAsync($"drop database if exists {name} with (force)", CancellationToken.None);

    private static async Task AdministerAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
