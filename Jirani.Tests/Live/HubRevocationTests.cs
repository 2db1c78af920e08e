using Jirani.Infrastructure.Live;
using Jirani.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Jirani.Tests.Live;

public sealed class HubRevocationTests(PostgresFixture postgres) : HubTest(postgres)
{
    private static readonly TimeSpan _halfAMinute = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    protected override TimeProvider Clock => _clock;

    [Fact]
    public async Task A_member_who_was_removed_is_told_so_and_hears_nothing_more()
    {
        var (mine, theirs, me) = (await StoreIdAsync(Cast.MamaNjeri), await StoreIdAsync(Cast.NakatoFresh), await OwnerIdAsync(Cast.MamaNjeri));
        await App.Database.ExecuteAsync(Actor.Superuser, "insert into store_members (store_id, user_id, role) values ($1, $2, 'manager')", Cancel, theirs, me);
        await using var client = await ConnectAsync();
        await client.SubscribeAsync(theirs, Cancel);
        await client.SubscribeAsync(mine, Cancel);

        await App.Database.ExecuteAsync(Actor.Superuser, "delete from store_members where store_id = $1 and user_id = $2", Cancel, theirs, me);
        _clock.Advance(_halfAMinute);
        await WhileTimePassesAsync("the end is told", () => !client.Ended.IsEmpty);

        Publish(theirs, ChangeKind.Order);
        var order = Publish(mine, ChangeKind.Order);
        await WhileTimePassesAsync("the other store is heard", () => client.Heard.Any(change => change.SubjectId == order));
        Assert.Equal([theirs], client.Ended);
        Assert.DoesNotContain(client.Heard, change => change.StoreId == theirs);
    }

    [Fact]
    public async Task A_role_that_was_lowered_hears_less()
    {
        var storeId = await StoreIdAsync(Cast.MamaNjeri);
        await using var client = await ConnectAsync();
        await client.SubscribeAsync(storeId, Cancel);

        await App.Database.ExecuteAsync(Actor.Superuser, "update store_members set role = 'agent' where store_id = $1", Cancel, storeId);
        _clock.Advance(_halfAMinute);

        await WaitUntil.TrueAsync("payments are not heard of", async () =>
        {
            var (payment, order) = (Publish(storeId, ChangeKind.Payment), Publish(storeId, ChangeKind.Order));
            await WhileTimePassesAsync("the order is heard", () => client.Heard.Any(change => change.SubjectId == order));
            return client.Heard.All(change => change.SubjectId != payment);
        }, Cancel);
        Assert.Empty(client.Ended);
    }

    [Fact]
    public async Task Signing_out_ends_the_connections_of_that_owner()
    {
        await using var client = await ConnectAsync();
        await client.SubscribeAsync(await StoreIdAsync(Cast.MamaNjeri), Cancel);

        (await Owner.SignOutAsync(Cancel)).Dispose();
        _clock.Advance(_halfAMinute);

        await client.Closed;
        Assert.False(client.IsOpen);
    }

    [Fact]
    public async Task An_owner_who_is_locked_out_loses_their_connections()
    {
        await using var client = await ConnectAsync();

        await App.Database.ExecuteAsync(Actor.Superuser, """
            update identity.users set lockout_enabled = true, lockout_end = now() + interval '1 day' where normalized_email like 'NJERI@%'
            """, Cancel);
        _clock.Advance(_halfAMinute);

        await client.Closed;
        Assert.False(client.IsOpen);
    }

    [Fact]
    public async Task Whoever_is_still_let_in_keeps_listening()
    {
        var storeId = await StoreIdAsync(Cast.MamaNjeri);
        await using var client = await ConnectAsync();
        await client.SubscribeAsync(storeId, Cancel);

        _clock.Advance(_halfAMinute);
        _clock.Advance(_halfAMinute);

        var order = Publish(storeId, ChangeKind.Order);
        await WhileTimePassesAsync("the order is heard", () => client.Heard.Any(change => change.SubjectId == order));
        Assert.Empty(client.Ended);
    }

    /// <summary>Between two messages the hub pauses by its clock.</summary>
    private Task WhileTimePassesAsync(string what, Func<bool> condition) => WaitUntil.TrueAsync(what, () =>
    {
        _clock.Advance(TimeSpan.FromMilliseconds(20));
        return Task.FromResult(condition());
    }, Cancel);
}
