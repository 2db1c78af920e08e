using Jirani.Bench.Rig;

namespace Jirani.Bench.Live;

/// <summary>Customers of all shops in turn write at a steady rate. Each message has a number, and says it.</summary>
internal sealed class Traffic(App app)
{
    public const int PerSecond = 50;
    private const int Lines = 16;
    private const string IdPrefix = "wamid.live.";
    private int _last;

    /// <summary>The commit that made each of these messages part of its conversation.</summary>
    private const string Commits = """
        select substr(whatsapp_message_id, length($1) + 1)::int, pg_xact_commit_timestamp(xmin)
        from messaging_log where starts_with(whatsapp_message_id, $1) and status = 'processed' and substr(whatsapp_message_id, length($1) + 1)::int between $2 and $3
        """;

    public static Shop ShopOf(int message) => Shops.All[message % Shops.Count];

    public static string Words(int message) => $"{ShopOf(message).Slug}-{message:000000}";

    /// <returns>The first and the last message that was sent.</returns>
    public async Task<(int First, int Last)> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var first = _last + 1;
        _last += (int)(time.TotalSeconds * PerSecond);
        using var lines = new OpenLoop(app.Port, Lines);
        var answers = await lines.RunAsync([.. Enumerable.Range(first, _last - first + 1).Select(Request)], PerSecond, cancellationToken);
        var refused = answers.Count(answer => answer.Status != 200);
        return refused == 0 ? (first, _last) : throw new InvalidOperationException($"{refused} messages were not accepted.");
    }

    public static async Task<Dictionary<int, DateTime>> CommitsAsync(Cluster cluster, int first, int last, CancellationToken cancellationToken)
    {
        await using var command = cluster.Superuser.CreateCommand(Commits);
        command.Parameters.AddWithValue(IdPrefix);
        command.Parameters.AddWithValue(first);
        command.Parameters.AddWithValue(last);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var commits = new Dictionary<int, DateTime>();
        while (await reader.ReadAsync(cancellationToken))
        {
            commits[reader.GetInt32(0)] = reader.GetDateTime(1);
        }

        return commits;
    }

    private static byte[] Request(int message)
    {
        var shop = ShopOf(message);
        var phone = shop.Phone(message / Shops.Count % Shops.TalkersEach);
        return SignedRequest.Message(phone, $"{IdPrefix}{message}", Words(message), DateTimeOffset.UtcNow, shop.PhoneNumberId);
    }
}
