using System.Reflection;
using System.Text.RegularExpressions;
using Jirani.Tests.Support;

namespace Jirani.Tests.Architecture;

public sealed partial class FaultsDocumentTests
{
    [Fact]
    public void Every_test_that_the_list_of_faults_names_exists()
    {
        var tests = Assembly.GetExecutingAssembly().GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))).Select(method => $"{type.FullName}.{method.Name}"))
            .Select(name => name["Jirani.Tests.".Length..])
            .ToHashSet();

        var named = Quoted().Matches(File.ReadAllText(Repository.File("docs", "faults.md"))).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !tests.Contains(name));
    }

    [GeneratedRegex(@"`([A-Za-z.]+Tests\.[A-Za-z0-9_]+)`")]
    private static partial Regex Quoted();
}
