namespace Jirani.Tests.Support;

/// <summary>The logins of db/roles.sql.</summary>
public static class Login
{
    public const string Superuser = "";
    public const string Migrator = "jirani_migrator";
    public const string Service = "jirani_service";
    public const string Dashboard = "jirani_dashboard";
    public const string Public = "jirani_public";
    public const string Identity = "jirani_identity";

    public static IReadOnlyList<string> OfTheApp { get; } = [Service, Dashboard, Public, Identity];

    public static IReadOnlyList<string> All { get; } = [Migrator, .. OfTheApp];
}
