using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Conversations;

/// <summary>A shop in which Otieno wrote once and was answered.</summary>
/// <param name="Shop">With the Graph it sends to.</param>
/// <param name="Owner">Of Mama Njeri.</param>
/// <param name="Id">Of the conversation.</param>
internal sealed record OpenConversation(Outbound Shop, Guid Owner, Guid Id) : IAsyncDisposable
{
    public TestDatabase Database => Shop.Database;

    public static async Task<OpenConversation> StartAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var shop = await Outbound.StartAsync(postgres, cancellationToken);
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", cancellationToken);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, cancellationToken);
        return new OpenConversation(
            shop,
            await OwnerAsync(shop, Cast.MamaNjeri, cancellationToken),
            await shop.Database.ValueAsync<Guid>(Actor.Superuser, "select id from conversations", cancellationToken));
    }

    public static Task<Guid> OwnerAsync(Outbound shop, StoreCast store, CancellationToken cancellationToken) =>
        shop.Database.ValueAsync<Guid>(Actor.Superuser, "select user_id from store_settings where store_slug = $1", cancellationToken, store.Slug);

    public T Service<T>()
        where T : notnull => Shop.App.Services.GetRequiredService<T>();

    public Task<Guid> StrangerAsync(CancellationToken cancellationToken) => OwnerAsync(Shop, Cast.NakatoFresh, cancellationToken);

    /// <summary>Somebody new in the team of Mama Njeri.</summary>
    public async Task<Guid> JoinAsync(string role, CancellationToken cancellationToken)
    {
        var person = Guid.NewGuid();
        await Database.ExecuteAsync(Actor.Superuser,
            "insert into store_members (store_id, user_id, role) select id, $1, $2 from store_settings where store_slug = $3",
            cancellationToken, person, role, Cast.MamaNjeri.Slug);
        return person;
    }

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
