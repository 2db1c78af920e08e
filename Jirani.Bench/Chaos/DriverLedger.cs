using Jirani.Bench.Rig;

namespace Jirani.Bench.Chaos;

/// <summary>What was acknowledged, in a file of the driver's own, written before the next message is sent.</summary>
internal sealed class DriverLedger : IDisposable
{
    private const string Missing = """
        select count(*) from unnest($1::text[]) k(id)
        where (select count(*) from messaging_log m where m.whatsapp_message_id = k.id and m.message_type = 'inbound') <> 1
        """;

    private readonly string _file = Path.GetTempFileName();
    private readonly StreamWriter _writer;
    private readonly Lock _lock = new();

    public DriverLedger() => _writer = new StreamWriter(_file) { AutoFlush = true };

    public void Acknowledged(string id)
    {
        lock (_lock)
        {
            _writer.WriteLine(id);
        }
    }

    /// <returns>A sentence where the log does not hold each acknowledged message exactly once.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        _writer.Close();
        var ids = await File.ReadAllLinesAsync(_file, cancellationToken);
        var missing = await cluster.ValueAsync<long>(Missing, cancellationToken, [ids]);
        return missing == 0 ? [] : [$"{missing} of {ids.Length} acknowledged messages are not in the log exactly once"];
    }

    public void Dispose()
    {
        _writer.Dispose();
        File.Delete(_file);
    }
}
