namespace Jirani.Bench.Webhook;
internal static class RateBench { public static Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken) => Task.FromResult(arguments.GetHashCode() + (cancellationToken.IsCancellationRequested ? 1 : 0)); }
