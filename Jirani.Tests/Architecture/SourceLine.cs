using System.Text.RegularExpressions;
using Jirani.Tests.Support;

namespace Jirani.Tests.Architecture;

/// <summary>A line of the product's C# or Razor, as somebody wrote it.</summary>
internal sealed record SourceLine(string File, int Number, string Text)
{
    private static readonly string[] _kinds = [".cs", ".razor"];

    public bool IsComment => Text.TrimStart().StartsWith("//", StringComparison.Ordinal);

    /// <param name="projects">Folders of the working copy; none = the three of the product.</param>
    public static IEnumerable<SourceLine> Of(params string[] projects) =>
        from project in projects is [] ? ["Jirani.Domain", "Jirani.Infrastructure", "Jirani.Web"] : projects
        from file in Directory.EnumerateFiles(Repository.File(project), "*", SearchOption.AllDirectories)
        where _kinds.Contains(Path.GetExtension(file)) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        from line in System.IO.File.ReadLines(file).Select((text, index) => new SourceLine(Path.GetRelativePath(Repository.Root, file), index + 1, text))
        where !line.IsComment
        select line;

    /// <summary>Fails with every line that is forbidden.</summary>
    public static void ExpectNone(IEnumerable<SourceLine> lines, Regex forbidden)
    {
        var broken = lines.Where(line => forbidden.IsMatch(line.Text)).ToList();
        Assert.Empty(broken);
    }

    public override string ToString() => $"{File}:{Number}: {Text.Trim()}";
}
