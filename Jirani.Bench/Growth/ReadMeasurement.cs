using System.Diagnostics;
using Jirani.Bench.Rig;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Messaging;
using Npgsql;

namespace Jirani.Bench.Growth;

/// <summary>The product's own queries as the product asks them: the owner's under row-level security, the dialogue's as the service.</summary>
internal sealed class ReadMeasurement(Cluster cluster)
{
    private const int Times = 200;
    private const int Page = 50;
    private const int Keys = 32;

    private const string Some = """
        select c.id, c.store_id, c.customer_id, s.user_id from conversations c join store_settings s on s.id = c.store_id
        order by md5(c.id::text) limit 100
        """;

    public async Task<ReadTimes> RunAsync(CancellationToken cancellationToken)
    {
        await using var owner = OwnerDatabase.Create(cluster.ConnectionString("jirani_dashboard"));
        await using var service = ServiceDatabase.Create(cluster.ConnectionString("jirani_service"));
        var (messages, conversations) = (new MessageQueries(owner), new ConversationQueries(owner, new SharedReads(new LiveFeed())));
        var chats = await SomeAsync(cancellationToken);
        return new ReadTimes(
            await MedianAsync(turn => messages.ThreadAsync(chats[0].OwnerId, chats[turn % chats.Count].Id, Page, null, cancellationToken)),
            await MedianAsync(_ => conversations.ListAsync(chats[0].OwnerId, chats[0].StoreId, ConversationFilter.All, skip: 0, Page, cancellationToken)),
            await MedianAsync(turn => CountAsync(service, [.. Enumerable.Range(turn, Keys).Select(place => chats[place % chats.Count])], cancellationToken)));
    }

    private async Task<List<Chat>> SomeAsync(CancellationToken cancellationToken)
    {
        var chats = new List<Chat>();
        await using var command = cluster.Superuser.CreateCommand(Some);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            chats.Add(new Chat(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetGuid(3)));
        }

        return chats;
    }

    private static async Task CountAsync(ServiceDatabase service, Chat[] chats, CancellationToken cancellationToken)
    {
        await using var command = service.Source.CreateCommand(AnsweringStatements.Moment);
        command.Parameters.Add(new NpgsqlParameter { Value = chats.Select(chat => chat.StoreId).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = chats.Select(chat => chat.CustomerId).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first calls make plans and connections, and are not counted.</summary>
    private static async Task<double> MedianAsync(Func<int, Task> call)
    {
        var times = new List<double>();
        for (var turn = 0; turn < Times; turn++)
        {
            var since = Stopwatch.GetTimestamp();
            await call(turn);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return Statistics.Median(times.Skip(Times / 10));
    }

    private sealed record Chat(Guid Id, Guid StoreId, Guid CustomerId, Guid OwnerId);
}
