using Jirani.Bench.Chaos;
using Jirani.Bench.Growth;
using Jirani.Bench.Inbox;
using Jirani.Bench.Live;
using Jirani.Bench.Payments;
using Jirani.Bench.Webhook;

namespace Jirani.Bench;

internal static class Benches
{
    /// <returns>The exit code: 0 where every line was met.</returns>
    public static async Task<int> RunAsync(string name, Arguments arguments)
    {
        using var stopping = new CancellationTokenSource();
        using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                stopping.Cancel();
            });
        return name switch
        {
            "webhook" when arguments.Number("--rate", 0) > 0 => await RateBench.RunAsync(arguments, stopping.Token),
            "webhook" => await WebhookBench.RunAsync(arguments, stopping.Token),
            "growth" => await GrowthBench.RunAsync(arguments, stopping.Token),
            "inbox" => await InboxBench.RunAsync(stopping.Token),
            "live" => await LiveBench.RunAsync(arguments, stopping.Token),
            "payments" => await PaymentsBench.RunAsync(arguments, stopping.Token),
            "chaos" => await ChaosBench.RunAsync(arguments, stopping.Token),
            _ => Unknown(name),
        };
    }

    private static int Unknown(string name)
    {
        Console.Error.WriteLine($"There is no bench {name}: webhook, growth, inbox, live, payments, chaos.");
        return 1;
    }
}
