using Jirani.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Jirani.Infrastructure.Identity;

/// <summary>Two owners with a shop each, to try everything with. What is there already stays as it is.</summary>
public static class DemoSeed
{
    public const string Password = "Jirani-demo-1";
    public static readonly IReadOnlyList<string> Emails = ["njeri@jirani.test", "nakato@jirani.test"];

    public static async Task PlantAsync(string connectionString, IPasswordHasher<User> hasher, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var email in Emails)
        {
            await AddOwnerAsync(connection, email, hasher, cancellationToken);
        }

        await using var stores = new NpgsqlCommand(EmbeddedSql.Read("seed/demo.sql"), connection);
        await stores.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task AddOwnerAsync(NpgsqlConnection connection, string email, IPasswordHasher<User> hasher, CancellationToken cancellationToken)
    {
        var user = new User { Id = Guid.CreateVersion7(), UserName = email, Email = email };
        await using var command = new NpgsqlCommand("""
            insert into identity.users
                (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp)
            values ($1, $2, upper($2), $2, upper($2), true, $3, $4, $5)
            on conflict do nothing
            """, connection);
        command.Parameters.AddWithValue(user.Id);
        command.Parameters.AddWithValue(email);
        command.Parameters.AddWithValue(hasher.HashPassword(user, Password));
        command.Parameters.AddWithValue(Guid.NewGuid().ToString("N").ToUpperInvariant());
        command.Parameters.AddWithValue(Guid.NewGuid().ToString());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
