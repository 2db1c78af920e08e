using DbUp.Engine.Output;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Commands;

/// <summary>`Jirani.Web migrate`: brings the schema up to date, plants the demo stores where they are wanted, and ends.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration.GetConnectionString(nameof(ConnectionStringsOptions.Migrations)) is not { Length: > 0 } connectionString)
        {
            await Console.Error.WriteLineAsync("Jirani cannot migrate. ConnectionStrings:Migrations is missing.");
            return 1;
        }

        await Migrator.MigrateAsync(connectionString, new ConsoleUpgradeLog(), cancellationToken);
        if (configuration.GetValue<bool>("Demo:Seed"))
        {
            await DemoSeed.PlantAsync(connectionString, new PasswordHasher<User>(Options.Create(PasswordRules.Hashing)), cancellationToken);
            Console.WriteLine($"Demo owners: {string.Join(", ", DemoSeed.Emails)}. Password of both: {DemoSeed.Password}");
        }

        return 0;
    }
}
