using Npgsql;

namespace Jirani.Infrastructure.Database;

internal static class ReaderRows
{
    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Hands over each row of the next statement that returns rows, and moves on. Statements without columns, such as <c>begin</c>, have no result.</summary>
    public static async Task EachAsync(this NpgsqlDataReader reader, Action<NpgsqlDataReader> take, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            take(reader);
        }

        await reader.NextResultAsync(cancellationToken);
    }
}
