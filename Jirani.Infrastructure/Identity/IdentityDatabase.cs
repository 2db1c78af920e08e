using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jirani.Infrastructure.Identity;

/// <summary>The data source of the login that may enter schema identity and no other.</summary>
public sealed class IdentityDatabase(NpgsqlDataSource source) : IAsyncDisposable
{
    public static IdentityDatabase Create(string connectionString) => new(new NpgsqlDataSourceBuilder(connectionString)
    {
        ConnectionStringBuilder = { ApplicationName = "jirani identity", Timeout = 5, CommandTimeout = 10, MaxPoolSize = 20 },
    }.Build());

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(source).UseSnakeCaseNamingConvention();

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
