using System.Collections.Concurrent;
using Jirani.Infrastructure.Live;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Live;

/// <summary>What no notice tells shows all the same.</summary>
public sealed class LiveResyncTests(PostgresFixture postgres)
{
    private const int Most = 1000;

    /// <summary>Written past the app, as another instance would whose notice is lost.</summary>
    private const string Write = """
        with fresh as (
            insert into customers (store_id, phone)
            select s.id, (254700100000 + n)::text from store_settings s, generate_series($1::int, $2::int) n
            where s.store_slug = 'mama-njeri'
            returning store_id, id)
        insert into conversations (store_id, customer_id, last_message_at) select store_id, id, now() from fresh
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_the_listener_cut_in_the_middle_a_thousand_changes_are_all_heard()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var heard = new ConcurrentDictionary<Guid, int>();
        using var mine = await WatchAsync(app, heard);

        await app.Database.ExecuteAsync(Actor.Superuser, Write, Cancel, 1, Most / 2);
        var cut = await app.Database.ListAsync<bool>(Actor.Superuser,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'jirani live'", Cancel);
        await app.Database.ExecuteAsync(Actor.Superuser, Write, Cancel, (Most / 2) + 1, Most);

        Assert.NotEmpty(cut);
        await WaitUntil.TrueAsync("all are heard", () => Task.FromResult(heard.Count == Most), Cancel);
    }

    [Fact]
    public async Task What_happened_while_the_wire_swallowed_everything_is_heard_afterwards()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        await using var wire = WireProxy.To(database);
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup { Wire = wire });
        var heard = new ConcurrentDictionary<Guid, int>();
        using var mine = await WatchAsync(app, heard);

        wire.IsBlackHole = true;
        await app.Database.ExecuteAsync(Actor.Superuser, Write, Cancel, 1, 10);
        wire.IsBlackHole = false;

        await WaitUntil.TrueAsync("all are heard", () => Task.FromResult(heard.Count == 10), TimeSpan.FromSeconds(30), Cancel);
    }

    /// <summary>Watches the demo store, and waits until a change made past the app is heard: from then on nothing may be missed.</summary>
    private static async Task<IDisposable> WatchAsync(JiraniApp app, ConcurrentDictionary<Guid, int> heard)
    {
        var storeId = await app.Database.ValueAsync<Guid>(Actor.Superuser, "select id from store_settings where store_slug = 'mama-njeri'", Cancel);
        var subscription = app.Services.GetRequiredService<LiveFeed>().Subscribe(storeId, change =>
        {
            if (change.Kind == ChangeKind.Conversation)
            {
                heard.AddOrUpdate(change.Id, 1, (_, times) => times + 1);
            }
        });
        await app.Database.ExecuteAsync(Actor.Superuser, Write, Cancel, 0, 0);
        await WaitUntil.TrueAsync("the first is heard", () => Task.FromResult(!heard.IsEmpty), Cancel);
        heard.Clear();
        return subscription;
    }
}
