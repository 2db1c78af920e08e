using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Conversations;
using Jirani.Tests.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Carts;

/// <summary>An owner fills the cart of a customer, who is told over the emulated Graph.</summary>
public sealed class CartServiceTests(PostgresFixture postgres)
{
    private const string Lines = "select coalesce(string_agg(p.sku || ' ' || i.quantity::int, ', ' order by p.sku), '') from cart_items i join products p on p.id = i.product_id";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_owner_adds_and_takes_out_the_customer_is_told_and_can_order()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var carts = open.Service<CartService>();
        var (sugar, milk) = (await ProductAsync(open, "SUGAR-1KG"), await ProductAsync(open, "MILK-500ML"));

        Assert.IsType<ReplyOutcome.Queued>(await carts.AddAsync(open.Owner, open.Id, sugar, 2, Cancel));
        Assert.IsType<ReplyOutcome.Queued>(await carts.AddAsync(open.Owner, open.Id, milk, 1, Cancel));
        Assert.IsType<ReplyOutcome.Queued>(await carts.RemoveAsync(open.Owner, open.Id, milk, Cancel));
        await open.Shop.Meta.WaitForAsync(Cast.MamaNjeri, 4, Cancel);

        Assert.Equal("SUGAR-1KG 2", await open.Database.ValueAsync<string>(Actor.Superuser, Lines, Cancel));
        var told = (await open.Shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel)).Select(taken => taken.Text).Skip(1).ToList();
        Assert.StartsWith("Mama Njeri put 2 × ", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Mama Njeri took ", told[2], StringComparison.Ordinal);
        Assert.Contains("Total: KES 360", await open.Shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "CHECKOUT", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_and_customer_at_the_same_time_lose_nothing_of_each_other()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var sugar = await ProductAsync(open, "SUGAR-1KG");

        var asked = Enumerable.Range(0, 8).Select(_ => open.Shop.App.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 1", Cancel)).ToList();
        var added = Enumerable.Range(0, 8).Select(_ => open.Service<CartService>().AddAsync(open.Owner, open.Id, sugar, 1, Cancel)).ToList();
        await Task.WhenAll(added);
        foreach (var message in await Task.WhenAll(asked))
        {
            await open.Shop.App.WaitUntilProcessedAsync(message, Cancel);
        }

        Assert.Equal("SUGAR-1KG 16", await open.Database.ValueAsync<string>(Actor.Superuser, Lines, Cancel));
    }

    [Theory]
    [InlineData("update conversations set window_until = now() - interval '1 minute'", "24 hours")]
    [InlineData("update customer_channel_opt_in set is_opted_in = false, consent_at = clock_timestamp()", "STOP")]
    [InlineData("update products set is_active = false", "not on sale")]
    [InlineData("update products set stock_quantity = 0", "sold out")]
    public async Task Who_could_not_be_told_or_served_keeps_their_cart_as_it_is(string circumstance, string reason)
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var sugar = await ProductAsync(open, "SUGAR-1KG");
        await open.Database.ExecuteAsync(Actor.Superuser, circumstance, Cancel);

        var outcome = await open.Service<CartService>().AddAsync(open.Owner, open.Id, sugar, 1, Cancel);

        Assert.Contains(reason, Assert.IsType<ReplyOutcome.Refused>(outcome).Sentence, StringComparison.Ordinal);
        Assert.Equal("", await open.Database.ValueAsync<string>(Actor.Superuser, Lines, Cancel));
        Assert.Equal(2, await open.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log", Cancel));
    }

    [Fact]
    public async Task Another_stores_cart_is_not_there_and_another_stores_product_is_gone()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var sugar = await ProductAsync(open, "SUGAR-1KG");
        var matooke = await ProductAsync(open, "MATOOKE");

        Assert.Null(await open.Service<CartService>().AddAsync(await open.StrangerAsync(Cancel), open.Id, sugar, 1, Cancel));
        Assert.IsType<ReplyOutcome.Refused>(await open.Service<CartService>().AddAsync(open.Owner, open.Id, matooke, 1, Cancel));
        Assert.Equal("", await open.Database.ValueAsync<string>(Actor.Superuser, Lines, Cancel));
    }

    private static Task<Guid> ProductAsync(OpenConversation open, string sku) =>
        open.Database.ValueAsync<Guid>(Actor.Superuser, "select id from products where sku = $1", Cancel, sku);
}
