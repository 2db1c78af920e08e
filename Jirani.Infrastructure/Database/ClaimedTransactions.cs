using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jirani.Infrastructure.Database;

/// <summary>
/// One transaction for each operation, begun with the role and the claim that row-level security asks for.
/// Role and claim are local to it, so the next user of the connection starts with nothing.
/// </summary>
internal sealed class ClaimedTransactions(NpgsqlDataSource source, string role) : IAsyncDisposable
{
    private readonly DbContextOptions<JiraniDbContext> _options = new DbContextOptionsBuilder<JiraniDbContext>()
        .UseNpgsql(source)
        .UseSnakeCaseNamingConvention()
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(new ClaimedCommands())
        .Options;

    private readonly string _begin = $"""
        set local role {role};
        set local statement_timeout = '5s';
        set local idle_in_transaction_session_timeout = '10s';
        select set_config('request.jwt.claims', @claims, true)
        """;

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
            },
        }.Build(), role);

    public async Task<T> RunAsync<T>(
        string claim, Guid subject, Func<JiraniDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = new JiraniDbContext(_options);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var claims = JsonSerializer.Serialize(new Dictionary<string, Guid> { [claim] = subject });
        await db.Database.ExecuteSqlRawAsync(_begin, [new NpgsqlParameter("claims", claims)], cancellationToken);
        var result = await work(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
