using Jirani.Infrastructure.Identity;
using Jirani.Infrastructure.Stores;
using Jirani.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Stores;

public sealed class StoreOpeningTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_opens_with_an_owner_who_can_sign_in_and_belongs_to_it()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var opened = Assert.IsType<StoreOpeningOutcome.Opened>(await NewShop.OpenAsync(app, Cancel));

        Assert.True(opened.IsNewOwner);
        var owner = await OwnerAsync(app, NewShop.Described.OwnerEmail);
        Assert.True(await HasPasswordAsync(app, owner, NewShop.Password));
        Assert.Equal([opened.StoreId], await app.Database.ListAsync<Guid>(Actor.Owner(owner.Id), "select id from store_settings", Cancel));
    }

    [Fact]
    public async Task A_slug_that_is_taken_opens_nothing_and_makes_nobody()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var outcome = await NewShop.OpenAsync(app, Cancel, NewShop.Described with { Slug = Cast.MamaNjeri.Slug });

        Assert.IsType<StoreOpeningOutcome.SlugTaken>(outcome);
        Assert.Equal(0L, await PeopleAsync(app, NewShop.Described.OwnerEmail));
    }

    [Fact]
    public async Task An_owner_who_opens_a_second_store_keeps_their_password()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var outcome = await NewShop.OpenAsync(app, Cancel, NewShop.Described with { OwnerEmail = "Njeri@jirani.test" });

        Assert.False(Assert.IsType<StoreOpeningOutcome.Opened>(outcome).IsNewOwner);
        var njeri = await OwnerAsync(app, "njeri@jirani.test");
        Assert.True(await HasPasswordAsync(app, njeri, DemoSeed.Password));
        Assert.Equal(2, (await app.Database.ListAsync<Guid>(Actor.Owner(njeri.Id), "select id from store_settings", Cancel)).Count);
    }

    [Fact]
    public async Task A_password_that_is_too_short_opens_nothing()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var refused = Assert.IsType<StoreOpeningOutcome.Refused>(await NewShop.OpenAsync(app, Cancel, password: "short"));

        Assert.Contains("10 characters", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal(0L, await app.Database.ValueAsync<long>(
            Actor.Superuser, "select count(*) from store_settings where store_slug = $1", Cancel, NewShop.Described.Slug));
    }

    [Theory]
    [InlineData("Mama Otieno")]
    [InlineData("-mama")]
    [InlineData("mama\n")]
    [InlineData("")]
    public void A_slug_that_cannot_be_part_of_an_address_is_named(string slug) =>
        Assert.Contains("address", Assert.Single((NewShop.Described with { Slug = slug }).Faults()), StringComparison.Ordinal);

    [Fact]
    public void Every_fault_is_said_at_once()
    {
        var store = NewShop.Described with { Name = " ", Currency = "Ksh", Country = "Kenya", TimeZone = "Nairobi" };

        Assert.Equal(4, store.Faults().Count());
    }

    private static async Task<User> OwnerAsync(JiraniApp app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByEmailAsync(email)
            ?? throw new InvalidOperationException($"Nobody signs in as {email}");
    }

    private static async Task<bool> HasPasswordAsync(JiraniApp app, User owner, string password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CheckPasswordAsync(owner, password);
    }

    private static Task<long> PeopleAsync(JiraniApp app, string email) =>
        app.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from identity.users where email = $1", Cancel, email);
}
