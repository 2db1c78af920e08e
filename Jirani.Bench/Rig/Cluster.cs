using System.Diagnostics;
using Npgsql;

namespace Jirani.Bench.Rig;

/// <summary>The private cluster that <c>./bench</c> started, and one database of it.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    public const string Product = "jirani";
    private readonly NpgsqlConnectionStringBuilder _postgres = new(Setting("JIRANI_TEST_PG")) { Timeout = 60 };
    private readonly string _database;

    public Cluster(string database = Product)
    {
        _database = database;
        Superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_postgres.ConnectionString)
        {
            Database = database,
            CommandTimeout = 0,
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
        });
    }

    public NpgsqlDataSource Superuser { get; }

    public static string Root { get; } = FindRoot();

    public static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is missing: start this with ./bench.");

    public static string Program(string name) => Path.Combine(Path.GetDirectoryName(Setting("JIRANI_PGBENCH"))!, name);

    public string ConnectionString(string login) => new NpgsqlConnectionStringBuilder(_postgres.ConnectionString)
    {
        Database = _database,
        Username = login,
        Password = Setting("JIRANI_TEST_PASSWORD"),
    }.ConnectionString;

    /// <summary>One of PostgreSQL's own programs, against this database.</summary>
    public ProcessStartInfo Client(string program, string login, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program(program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGHOST"] = _postgres.Host;
        start.Environment["PGPORT"] = $"{_postgres.Port}";
        start.Environment["PGDATABASE"] = _database;
        start.Environment["PGUSER"] = login;
        start.Environment["PGPASSWORD"] = Setting("JIRANI_TEST_PASSWORD");
        return start;
    }

    public async Task<T> ValueAsync<T>(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => Superuser.DisposeAsync();

    private NpgsqlCommand Command(string sql, object[] parameters)
    {
        var command = Superuser.CreateCommand(sql);
        command.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return command;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jirani.Blazor.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This must run inside the repository.");
        }

        return folder.FullName;
    }
}
