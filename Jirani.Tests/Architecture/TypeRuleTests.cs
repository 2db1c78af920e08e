using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ArchUnitNET.Fluent;
using ArchUnitNET.xUnitV3;
using Jirani.Domain;
using Jirani.Infrastructure.Database;
using Jirani.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR;

namespace Jirani.Tests.Architecture;

public sealed partial class TypeRuleTests
{
    private static readonly Assembly[] _product = [typeof(Money).Assembly, typeof(ServiceDatabase).Assembly, typeof(Program).Assembly];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> _house = new(() => new ArchUnitNET.Loader.ArchLoader().LoadAssemblies(_product).Build());

    [Fact]
    public void Components_never_touch_the_service_data_source() =>
        ArchRuleDefinition.Types().That().ResideInNamespaceMatching(@"^Jirani\.Web\.Components")
            .Should().NotDependOnAny(typeof(ServiceDatabase), typeof(Npgsql.NpgsqlDataSource), typeof(Npgsql.NpgsqlConnection))
            .WithoutRequiringPositiveResults().Check(_house.Value);

    [Fact]
    public void Web_writes_no_sql() =>
        ArchRuleDefinition.Types().That().ResideInNamespaceMatching(@"^Jirani\.Web\.(Components|Storefront|Webhooks|Simulator)")
            .Should().NotDependOnAny(typeof(Npgsql.NpgsqlCommand), typeof(Npgsql.NpgsqlBatch))
            .WithoutRequiringPositiveResults().Check(_house.Value);

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Assert.Empty(
        from type in Written()
        where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsMarkupAlone(type)
        select type.FullName);

    [Fact]
    public void No_interface_has_a_single_implementation() => Assert.Empty(
        from port in Written()
        where port.IsInterface && port.Assembly != typeof(Money).Assembly && !IsTypedClient(port)
        where Written().Count(type => type != port && port.IsAssignableFrom(type)) < 2
        select port.FullName);

    [Fact]
    public void No_type_is_named_for_nothing() => Assert.DoesNotContain(Written().Select(type => type.Name), EmptyNameRule().IsMatch);

    private static IEnumerable<Type> Written() => _product.SelectMany(assembly => assembly.GetTypes()).Where(type =>
        type != typeof(Program) && type.Namespace?.StartsWith("Jirani", StringComparison.Ordinal) is true && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.DeclaringType?.GetCustomAttribute<CompilerGeneratedAttribute>() is null && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null);

    // SignalR implements it: the contract of what a hub tells its clients.
    private static bool IsTypedClient(Type port) => Written().Any(type =>
        type.BaseType is { IsGenericType: true } hub && hub.GetGenericTypeDefinition() == typeof(Hub<>) && hub.GenericTypeArguments[0] == port);

    // What Razor makes of a file without code-behind cannot be sealed in the file.
    private static bool IsMarkupAlone(Type type) => type.Name == "_Imports" || typeof(IComponent).IsAssignableFrom(type)
        && Directory.EnumerateFiles(Repository.File("Jirani.Web"), $"{type.Name}.razor", SearchOption.AllDirectories).Any(markup => !File.Exists($"{markup}.cs"));

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Processor|Data|Info|Dto|Impl|Base)$")]
    private static partial Regex EmptyNameRule();
}
