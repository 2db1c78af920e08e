using DbUp.Engine.Output;

namespace Jirani.Tests.Database;

/// <summary>Tells when a migration met its first error.</summary>
internal sealed class RecordingUpgradeLog : IUpgradeLog
{
    private readonly TaskCompletionSource _firstError = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task FirstError => _firstError.Task;

    public void LogTrace(string format, params object[] args)
    {
        // Only errors are of interest.
    }

    public void LogDebug(string format, params object[] args)
    {
        // Only errors are of interest.
    }

    public void LogInformation(string format, params object[] args)
    {
        // Only errors are of interest.
    }

    public void LogWarning(string format, params object[] args)
    {
        // Only errors are of interest.
    }

    public void LogError(string format, params object[] args) => _firstError.TrySetResult();

    public void LogError(Exception ex, string format, params object[] args) => _firstError.TrySetResult();
}
