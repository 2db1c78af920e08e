using System.Reflection;

namespace Jirani.Infrastructure.Database;

/// <summary>The SQL files of db/ travel inside this assembly.</summary>
internal static class EmbeddedSql
{
    public static string[] MigrationNames { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("migrations/", StringComparison.Ordinal))];

    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
