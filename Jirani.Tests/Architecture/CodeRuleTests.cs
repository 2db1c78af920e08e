using System.Text.RegularExpressions;

namespace Jirani.Tests.Architecture;

public sealed partial class CodeRuleTests
{
    [Fact]
    public void Time_is_asked_of_a_TimeProvider() => SourceLine.ExpectNone(SourceLine.Of(), ClockRule());

    [Fact]
    public void Logs_are_fixed_sentences() => SourceLine.ExpectNone(SourceLine.Of(), LoggerRule());

    [Fact]
    public void Nothing_blocks_on_a_task() => SourceLine.ExpectNone(SourceLine.Of(), BlockingRule());

    [Fact]
    public void No_error_is_swallowed() => SourceLine.ExpectNone(SourceLine.Of(), SwallowRule());

    [Fact]
    public void No_markup_carries_a_style_of_its_own() =>
        SourceLine.ExpectNone(SourceLine.Of("Jirani.Web").Where(line => line.File.EndsWith(".razor", StringComparison.Ordinal)), StyleRule());

    [Fact]
    public void No_folder_is_named_for_a_kind_of_code() =>
        Assert.DoesNotContain(SourceLine.Of().Select(line => Path.GetDirectoryName(line.File)!).Distinct(), FolderRule().IsMatch);

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b")]
    private static partial Regex ClockRule();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex LoggerRule();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)|\basync void\b|Thread\.Sleep")]
    private static partial Regex BlockingRule();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*\{\s*(return default;\s*)?\}")]
    private static partial Regex SwallowRule();

    [GeneratedRegex(@"\b[Ss]tyle=")]
    private static partial Regex StyleRule();

    [GeneratedRegex(@"(^|/)(Services|Models|Helpers|Interfaces|DTOs|Managers|Common|Utils)(/|$)")]
    private static partial Regex FolderRule();
}
