namespace Jirani.Tests.Support;

/// <summary>Someone who speaks to the database: a login, the role it takes for one transaction, and the claims it makes there.</summary>
public sealed record Actor(string Login, string? Role = null, string? Claims = null)
{
    public static Actor Superuser { get; } = new(Support.Login.Superuser);
    public static Actor Migrator { get; } = new(Support.Login.Migrator);
    public static Actor Service { get; } = new(Support.Login.Service);

    /// <summary>A signed-in person, as the dashboard asks for them.</summary>
    public static Actor Owner(Guid userId) => Claiming($$"""{"sub":"{{userId}}"}""");

    /// <summary>The dashboard's role with any claims, readable or not.</summary>
    public static Actor Claiming(string? claims) => new(Support.Login.Dashboard, "authenticated", claims);

    /// <summary>Somebody with a link to one order; null for somebody with none.</summary>
    public static Actor Public(Guid? orderId) =>
        new(Support.Login.Public, "anon", orderId is { } id ? $$"""{"order":"{{id}}"}""" : null);

    public override string ToString() => string.Join(' ', new[] { Login is "" ? "superuser" : Login, Role, Claims }.OfType<string>());
}
