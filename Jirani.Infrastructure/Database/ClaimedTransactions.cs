using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Database;

/// <summary>
/// One transaction for each operation, begun with the role and the claim that row-level security asks for.
/// Role and claim are local to it, so the next user of the connection starts with nothing.
/// </summary>
internal sealed class ClaimedTransactions(NpgsqlDataSource source, string role) : IAsyncDisposable
{
    private readonly PooledDbContextFactory<JiraniDbContext> _contexts = new(new DbContextOptionsBuilder<JiraniDbContext>()
        .UseNpgsql(source)
        .UseSnakeCaseNamingConvention()
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(new ClaimedCommands())
        .Options);

    private readonly string _claim = Claiming(role, "$1");
    private readonly string _named = Claiming(role, "@claims");

    public static ClaimedTransactions Create(string connectionString, string applicationName, string role) =>
        new(new NpgsqlDataSourceBuilder(connectionString)
        {
            ConnectionStringBuilder =
            {
                ApplicationName = applicationName,
                Timeout = 5,
                CommandTimeout = 10,
                // What one user leaves on a connection must be gone before the next: neither is ever to be switched on.
                NoResetOnClose = false,
                Multiplexing = false,
                // A screen asks the same again and again, and planning under the policies costs more than reading. PostgreSQL
                // plans anew for another role.
                // A page from anywhere costs what the next one does, on solid disks and in memory: or small tables are read whole for each line.
                Options = "-c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1",
                MaxAutoPrepare = 100,
                AutoPrepareMinUsages = 2,
            },
        }.Build(), role);

    public async Task<T> RunAsync<T>(
        string claim, Guid subject, Func<JiraniDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(_named, [new NpgsqlParameter("claims", Claims(claim, subject))], cancellationToken);
        var result = await work(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>The same in one round trip, for what is read again and again.</summary>
    public async Task<T> ReadAsync<T>(
        string claim, Guid subject, Action<NpgsqlBatch> fill, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var batch = source.CreateBatch();
        batch.Add("begin read only");
        batch.Add(_claim, Value(Claims(claim, subject)));
        fill(batch);
        batch.Add("commit");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.EachAsync(_ => { }, cancellationToken);
        return await read(reader, cancellationToken);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static string Claims(string claim, Guid subject) => JsonSerializer.Serialize(new Dictionary<string, Guid> { [claim] = subject });

    private static string Claiming(string role, string claims) => $"""
        select set_config('role', '{role}', true), set_config('statement_timeout', '5s', true),
            set_config('idle_in_transaction_session_timeout', '10s', true), set_config('request.jwt.claims', {claims}, true)
        """;
}
