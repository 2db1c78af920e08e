using Jirani.Domain.Stores;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Stores;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Stores;

public sealed class TeamServiceTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_is_accepted_once_however_many_press()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var (owner, store) = await StoreAsync(app, Cast.MamaNjeri);
        var token = (await DoAsync(app, team => team.InviteAsync(owner, store, StoreRole.Agent, Cancel)))!;
        Assert.Equal(new OpenInvitation("Mama Njeri", "mama-njeri", StoreRole.Agent), await DoAsync(app, team => team.FindAsync(token, Cancel)));

        var accepted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => DoAsync(app, team => team.AcceptAsync(Guid.NewGuid(), token, Cancel))));

        Assert.Single(accepted, isTaken => isTaken);
        Assert.Equal(2, await app.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from store_members where store_id = $1", Cancel, store));
        Assert.Null(await DoAsync(app, team => team.FindAsync(token, Cancel)));
    }

    [Theory]
    [InlineData("update store_invitations set expires_at = now()")]
    [InlineData("update store_invitations set revoked_at = now()")]
    [InlineData("update store_invitations set accepted_at = now(), accepted_by = gen_random_uuid()")]
    public async Task A_link_that_is_old_taken_back_or_used_opens_nothing(string circumstance)
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var (owner, store) = await StoreAsync(app, Cast.MamaNjeri);
        var token = (await DoAsync(app, team => team.InviteAsync(owner, store, StoreRole.Manager, Cancel)))!;
        await app.Database.ExecuteAsync(Actor.Superuser, circumstance, Cancel);

        Assert.Null(await DoAsync(app, team => team.FindAsync(token, Cancel)));
        Assert.False(await DoAsync(app, team => team.AcceptAsync(Guid.NewGuid(), token, Cancel)));
    }

    [Fact]
    public async Task The_link_itself_is_kept_nowhere()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var (owner, store) = await StoreAsync(app, Cast.MamaNjeri);

        var token = (await DoAsync(app, team => team.InviteAsync(owner, store, StoreRole.Agent, Cancel)))!;

        Assert.DoesNotContain(token, await app.Database.ValueAsync<string>(Actor.Superuser, "select to_jsonb(i)::text from store_invitations i", Cancel), StringComparison.Ordinal);
        Assert.True(token.Length >= 43);
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("agent")]
    [InlineData("stranger")]
    public async Task Only_the_owner_changes_the_team(string role)
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var (owner, store) = await StoreAsync(app, Cast.MamaNjeri);
        var person = role == "stranger" ? (await StoreAsync(app, Cast.NakatoFresh)).Owner : await JoinAsync(app, store, role);
        await DoAsync(app, team => team.InviteAsync(owner, store, StoreRole.Agent, Cancel));
        var invitation = await app.Database.ValueAsync<Guid>(Actor.Superuser, "select id from store_invitations", Cancel);

        Assert.Null(await DoAsync(app, team => team.InviteAsync(person, store, StoreRole.Agent, Cancel)));
        Assert.False(await DoAsync(app, team => team.GiveAsync(person, store, person, StoreRole.Manager, Cancel)));
        Assert.False(await DoAsync(app, team => team.RemoveAsync(person, store, owner, Cancel)));
        Assert.False(await DoAsync(app, team => team.RevokeAsync(person, store, invitation, Cancel)));
        var seen = await DoAsync(app, team => team.ReadAsync(person, store, Cancel));
        Assert.Equal(role == "stranger", seen is null);
        Assert.Empty(seen?.Invitations ?? []);
    }

    [Fact]
    public async Task Nobody_becomes_owner_and_the_owner_stays()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var (owner, store) = await StoreAsync(app, Cast.MamaNjeri);
        var agent = await JoinAsync(app, store, "agent");

        Assert.Null(await DoAsync(app, team => team.InviteAsync(owner, store, StoreRole.Owner, Cancel)));
        Assert.False(await DoAsync(app, team => team.GiveAsync(owner, store, agent, StoreRole.Owner, Cancel)));
        Assert.False(await DoAsync(app, team => team.GiveAsync(owner, store, owner, StoreRole.Agent, Cancel)));
        Assert.False(await DoAsync(app, team => team.RemoveAsync(owner, store, owner, Cancel)));
        Assert.True(await DoAsync(app, team => team.GiveAsync(owner, store, agent, StoreRole.Manager, Cancel)));
        Assert.Equal(["manager", "owner"], await app.Database.ListAsync<string>(Actor.Superuser, "select role from store_members where store_id = $1 order by 1", Cancel, store));
    }

    [Fact]
    public async Task Whoever_is_removed_sees_nothing_of_the_store_with_the_next_read()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        var (owner, store) = await StoreAsync(app, Cast.MamaNjeri);
        var agent = await JoinAsync(app, store, "agent");
        var conversations = app.Services.GetRequiredService<ConversationQueries>();
        Assert.Single(await conversations.ListAsync(agent, store, ConversationFilter.All, 0, 30, Cancel));

        Assert.True(await DoAsync(app, team => team.RemoveAsync(owner, store, agent, Cancel)));

        Assert.Empty(await conversations.ListAsync(agent, store, ConversationFilter.All, 0, 30, Cancel));
        Assert.Null(await DoAsync(app, team => team.ReadAsync(agent, store, Cancel)));
    }

    private static async Task<(Guid Owner, Guid Store)> StoreAsync(JiraniApp app, StoreCast store) => (
        await app.Database.ValueAsync<Guid>(Actor.Superuser, "select user_id from store_settings where store_slug = $1", Cancel, store.Slug),
        await app.Database.ValueAsync<Guid>(Actor.Superuser, "select id from store_settings where store_slug = $1", Cancel, store.Slug));

    private static async Task<Guid> JoinAsync(JiraniApp app, Guid store, string role)
    {
        var person = Guid.NewGuid();
        await app.Database.ExecuteAsync(Actor.Superuser, "insert into store_members (store_id, user_id, role) values ($1, $2, $3)", Cancel, store, person, role);
        return person;
    }

    private static async Task<T> DoAsync<T>(JiraniApp app, Func<TeamService, Task<T>> deed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await deed(scope.ServiceProvider.GetRequiredService<TeamService>());
    }
}
