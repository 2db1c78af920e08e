using Npgsql;

namespace Jirani.Tests.Support;

/// <summary>How PostgreSQL says no.</summary>
public static class Refusal
{
    public const string NoPermission = PostgresErrorCodes.InsufficientPrivilege;
    public const string IsRecord = PostgresErrorCodes.RestrictViolation;

    /// <summary>The statement is refused with one of these codes, and the transaction ends.</summary>
    public static async Task ExpectAsync(
        TestDatabase database, Actor actor, string sql, IReadOnlyList<string> sqlStates, CancellationToken cancellationToken, params object?[] values)
    {
        await using var transaction = await database.BeginAsync(actor, cancellationToken);
        var refusal = await Record.ExceptionAsync(() => transaction.ExecuteAsync(sql, cancellationToken, values)) as PostgresException;
        Assert.True(refusal is not null && sqlStates.Contains(refusal.SqlState), $"{actor}: {sql}\n{refusal?.Message ?? "was not refused"}");
    }
}
