using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Approves prompts by itself, for benches and for tests that look at something else.</summary>
internal sealed class Autopilot(MoneyQueue queue, TimeProvider time, IOptions<MoneyOptions> options)
{
    /// <summary>Null waits for a person.</summary>
    public TimeSpan? ApproveAfter { get; set; } = options.Value.ApproveAfter;

    public void Meet(Charge charge)
    {
        if (ApproveAfter is { } wait)
        {
            queue.Add(new MoneyTask.Approve(charge.Id), time.GetUtcNow() + wait);
        }
    }
}
