using Npgsql;

namespace Jirani.Tests.Support;

/// <summary>One transaction under an actor's role and claims. Rolled back unless committed.</summary>
public sealed class ActorTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private ActorTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _connection = connection;
        _transaction = transaction;
    }

    public static async Task<ActorTransaction> BeginAsync(NpgsqlConnection connection, Actor actor, CancellationToken cancellationToken)
    {
        var begun = new ActorTransaction(connection, await connection.BeginTransactionAsync(cancellationToken));
        if (actor.Role is { } role)
        {
            await begun.ExecuteAsync($"set local role {role}", cancellationToken);
        }

        if (actor.Claims is { } claims)
        {
            await begun.ListAsync<string>("select set_config('request.jwt.claims', $1, true)", cancellationToken, claims);
        }

        return begun;
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(await reader.GetFieldValueAsync<T>(0, cancellationToken));
        }

        return rows;
    }

    public async Task<T> ValueAsync<T>(string sql, CancellationToken cancellationToken, params object?[] values) =>
        Assert.Single(await ListAsync<T>(sql, cancellationToken, values));

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, _connection, _transaction);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
