using System.Diagnostics.Metrics;

namespace Jirani.Web.Webhooks;

internal sealed class WebhookCounters(IMeterFactory meters)
{
    private readonly Counter<long> _rejected = meters.Create("Jirani").CreateCounter<long>("jirani.webhook.rejected");

    public void Rejected(string provider, string reason) => _rejected.Add(1, new("provider", provider), new("reason", reason));
}
