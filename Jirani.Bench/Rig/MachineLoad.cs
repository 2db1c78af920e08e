namespace Jirani.Bench.Rig;

internal static class MachineLoad
{
    /// <returns>The load averages of the last minute, five and fifteen.</returns>
    public static string Now() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);
}
