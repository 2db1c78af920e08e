using Npgsql;

namespace Jirani.Infrastructure.Database;

internal static class DatabaseErrors
{
    /// <summary>The database understood and refused what we brought: data exception, integrity violation, limit exceeded. Trying the same again is useless.</summary>
    public static bool IsAboutTheData(this PostgresException error) => error.SqlState[..2] is "22" or "23" or "54";

    /// <summary>Another transaction was in the way: the same work done again will pass.</summary>
    public static bool IsRivalry(this PostgresException error) =>
        error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>Nothing is wrong with the data: the connection was lost, the server is away, or another transaction was in the way.</summary>
    public static bool IsPassing(this Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled } => true,
        PostgresException refused => refused.IsRivalry() || refused.SqlState[..2] is "08" or "53" or "57" or "25",
        NpgsqlException or TimeoutException or IOException => true,
        _ => false,
    };
}
