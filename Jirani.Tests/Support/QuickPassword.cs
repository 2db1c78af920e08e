using Jirani.Infrastructure.Identity;
using Jirani.Tests.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jirani.Tests.Support;

/// <summary>The demo owners' password, hashed quickly: hundreds sign in, and what an attacker shall pay for would be a tenth of all work.</summary>
public static class QuickPassword
{
    public const int Rounds = 1_000;

    public static async Task HashAgainAsync(string connectionString, CancellationToken cancellationToken)
    {
        var hasher = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("update identity.users set password_hash = $1", connection);
        command.Parameters.Add(new() { Value = hasher.HashPassword(new User(), OwnerClient.Password) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
