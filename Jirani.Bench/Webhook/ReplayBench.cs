using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>10,000 deliveries that were taken on before come again: nothing is added.</summary>
internal sealed class ReplayBench(Cluster cluster, App app)
{
    private const int Connections = 32;
    private const int Deliveries = 10_000;

    private const string Rows = """
        select (select count(*) from messaging_log) + (select count(*) from customers) + (select count(*) from cart_sessions)
             + (select count(*) from cart_items) + (select count(*) from webhook_quarantine) + (select count(*) from consent_events)
        """;

    public async Task RunAsync(Crowd crowd, List<string> faults, CancellationToken cancellationToken)
    {
        await new Load(cluster, app, crowd, Connections).SendAsync(Deliveries, cancellationToken);
        await new LogAudit(cluster).SettleAsync(cancellationToken);
        var before = await cluster.ValueAsync<long>(Rows, cancellationToken);
        await new Load(cluster, app, crowd, Connections).SendAsync(Deliveries, cancellationToken);
        await new LogAudit(cluster).SettleAsync(cancellationToken);
        var added = await cluster.ValueAsync<long>(Rows, cancellationToken) - before;
        Console.WriteLine($"Replay: {Deliveries} deliveries again, {added} rows added (0)");
        if (added != 0)
        {
            faults.Add($"{added} rows were added by deliveries that came again");
        }
    }
}
