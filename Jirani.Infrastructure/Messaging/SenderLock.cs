using System.Data;
using Npgsql;

namespace Jirani.Infrastructure.Messaging;

/// <param name="Channel">Whose sender this instance is while it holds the lock.</param>
/// <param name="Connection">The session that holds the lock.</param>
/// <param name="From">Not before: a predecessor may have sent within the second before.</param>
internal sealed record SenderLock(SendingChannel Channel, NpgsqlConnection Connection, DateTimeOffset From)
{
    public bool IsConnected => !Connection.FullState.HasFlag(ConnectionState.Broken) && Connection.State == ConnectionState.Open;
}
