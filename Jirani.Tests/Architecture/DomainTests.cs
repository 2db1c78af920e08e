using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jirani.Domain;
using Jirani.Tests.Support;

namespace Jirani.Tests.Architecture;

public sealed partial class DomainTests
{
    [Fact]
    public void Domain_references_no_package_and_no_project()
    {
        var project = XDocument.Load(Repository.File("Jirani.Domain", "Jirani.Domain.csproj"));

        Assert.DoesNotContain(project.Descendants(), element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference");
    }

    [Fact]
    public void Domain_is_built_on_the_language_alone()
    {
        string[] allowed = ["System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Text.RegularExpressions", "System.Runtime.Extensions",
            "System.Collections.Immutable", "System.Collections.Concurrent", "System.Globalization", "System.Globalization.Extensions", "System.Private.CoreLib"];

        var referenced = typeof(Money).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name);

        Assert.Empty(referenced.Except(allowed));
    }

    [Fact]
    public void Domain_reads_no_clock_and_no_chance_and_does_no_io() => SourceLine.ExpectNone(SourceLine.Of("Jirani.Domain"), EffectRule());

    [Fact]
    public void Domain_is_synchronous() => SourceLine.ExpectNone(SourceLine.Of("Jirani.Domain"), AsyncRule());

    [Fact]
    public void No_floating_point_comes_near_money() => SourceLine.ExpectNone(SourceLine.Of("Jirani.Domain"), FloatRule());

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bTimeProvider\b|\bStopwatch\b|\bRandom\b|Guid\.(NewGuid|CreateVersion7)|\bEnvironment\.(?!NewLine)|\bFile\.|\bDirectory\.|\bConsole\.|\bHttp(Client|Context)\b|\bILogger\b|\bIConfiguration\b")]
    private static partial Regex EffectRule();

    [GeneratedRegex(@"\basync\b|\bawait\b|\bTask\b|\bValueTask\b|\bCancellationToken\b|\bThread\b")]
    private static partial Regex AsyncRule();

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex FloatRule();
}
