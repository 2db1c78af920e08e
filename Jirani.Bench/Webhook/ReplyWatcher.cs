using Jirani.Bench.Rig;
using Npgsql;
using NpgsqlTypes;

namespace Jirani.Bench.Webhook;

/// <summary>
/// Sees replies as they are committed, on one connection, a look each millisecond along the primary key. One worker
/// writes the replies, so their ids come in the order of the commits.
/// </summary>
internal sealed class ReplyWatcher : IAsyncDisposable
{
    private const string NewReplies = """
        select id, customer_phone from messaging_log where id > $1 and reply_to is not null and customer_phone like $2 order by id
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private readonly CancellationTokenSource _stopping = new();
    private readonly NpgsqlConnection _connection;
    private readonly SemaphoreSlim[] _answered;
    private readonly string _phones;
    private long _last;
    private int _count;
    private Task _watching = Task.CompletedTask;

    private ReplyWatcher(NpgsqlConnection connection, Crowd crowd, int connections, long last)
    {
        _connection = connection;
        _answered = [.. Enumerable.Range(0, connections).Select(_ => new SemaphoreSlim(0))];
        _phones = crowd.PhonePrefix + "%";
        _last = last;
    }

    public int Answered => Volatile.Read(ref _count);

    public static async Task<ReplyWatcher> StartAsync(Cluster cluster, Crowd crowd, int connections, CancellationToken cancellationToken)
    {
        var last = await cluster.ValueAsync<long>("select coalesce(max(id), 0) from messaging_log", cancellationToken);
        var watcher = new ReplyWatcher(await cluster.Superuser.OpenConnectionAsync(cancellationToken), crowd, connections, last);
        watcher._watching = watcher.WatchAsync();
        return watcher;
    }

    /// <summary>Ends when one more message of the connection is answered.</summary>
    public Task AnsweredAsync(int connection) => _answered[connection].WaitAsync(_patience);

    public async Task ReachAsync(int count, CancellationToken cancellationToken)
    {
        while (Answered < count && !_watching.IsFaulted)
        {
            await Task.Delay(1, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        await _connection.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        await using var command = new NpgsqlCommand(NewReplies, _connection);
        var after = command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = _last });
        command.Parameters.Add(new NpgsqlParameter { Value = _phones, NpgsqlDbType = NpgsqlDbType.Text });
        await command.PrepareAsync();
        while (!_stopping.IsCancellationRequested)
        {
            ((NpgsqlParameter<long>)after).TypedValue = _last;
            await LookAsync(command);
            await Task.Delay(1, CancellationToken.None);
        }
    }

    private async Task LookAsync(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            _last = reader.GetInt64(0);
            Interlocked.Increment(ref _count);
            _answered[Crowd.ConnectionOf(reader.GetString(1))].Release();
        }
    }
}
