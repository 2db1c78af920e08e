using CsCheck;
using Jirani.Domain.Catalogue;
using Jirani.Domain.Conversations;
using Jirani.Domain.Orders;
using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

/// <summary>Two customers write whatever they like to one store with little on its shelf.</summary>
public sealed class DialogueWalkTests
{
    private static readonly string[] _texts =
    [
        "ADD SUGAR-1KG", "ADD SUGAR-1KG 4", "ADD RICE 2.5", "ADD RICE 0.5", "ADD MILK-500ML 999", "ADD NONE", "ADD SUGAR-1KG two",
        "REMOVE SUGAR-1KG", "REMOVE RICE 1.5", "REMOVE MILK-500ML 500", "CART", "CHECKOUT", "CHECKOUT", "CHECKOUT", "STATUS", "TRACK 1",
        "TRACK", "STOP", "START", "HELP", "hello",
    ];

    private static readonly Gen<(bool IsFirst, string Text, int Pause)[]> _walks =
        Gen.Select(Gen.Bool, Gen.OneOf(_texts), Gen.Int[0, 20]).Array[1, 120];

    [Fact]
    public void Nothing_is_sold_twice_and_no_cart_breaks_its_bounds()
    {
        _walks.Sample(walk =>
        {
            Product[] products = [Given.Sugar(stock: 9), Given.Milk(), Given.Product("RICE", price: 133.33m, stock: 20, step: 0.5m)];
            var chats = Chats(products);

            var orders = Walk(chats, walk).SelectMany(Orders).ToArray();

            Assert.All(products.Where(product => product.Stock is not null), product => Assert.Equal(
                product.Sku == "RICE" ? 20 : 9,
                product.Stock + orders.SelectMany(order => order.Lines).Where(line => line.Sku == product.Sku).Sum(line => line.Quantity)));
            Assert.All(orders, order => Assert.Equal(order.Total.Amount, order.Lines.Sum(line => line.LineTotal)));
            Assert.All(chats.SelectMany(chat => chat.Shopper.Cart.Lines), line => Assert.InRange(line.Quantity, 0.5m, 999));
            Assert.Distinct(orders.Select(order => order.Id));
        }, iter: 500);
    }

    [Fact]
    public void Whoever_has_opted_out_hears_of_consent_only()
    {
        _walks.Sample(walk =>
        {
            var chats = Chats([Given.Sugar(), Given.Milk()]);
            foreach (var (isFirst, text, pause) in walk)
            {
                var chat = Turn(chats, isFirst, pause);
                var wasOptedIn = chat.Shopper.IsOptedIn;
                var decision = chat.Write(text);

                Assert.True((wasOptedIn && chat.Shopper.IsOptedIn) || decision.Reply is null or { Purpose: ReplyPurpose.Consent });
                Assert.InRange(decision.Reply?.Text.Length ?? 1, 1, 4096);
            }
        }, iter: 500);
    }

    private static Chat[] Chats(Product[] products)
    {
        var shelf = Given.Shelf(products);
        return [new Chat(shelf, WithTickets("a")), new Chat(shelf, WithTickets("b"))];
    }

    private static Shopper WithTickets(string name)
    {
        var shopper = Chat.Otieno();
        shopper.Tickets.Clear();
        foreach (var n in Enumerable.Range(1, 120))
        {
            shopper.Tickets.Enqueue(new OrderTicket(Given.Id($"{name}{n}"), $"{name}{n}"));
        }

        return shopper;
    }

    private static List<Decision> Walk(Chat[] chats, (bool IsFirst, string Text, int Pause)[] walk) =>
        [.. walk.Select(step => Turn(chats, step.IsFirst, step.Pause).Write(step.Text))];

    private static Chat Turn(Chat[] chats, bool isFirst, int pause)
    {
        var chat = isFirst ? chats[0] : chats[1];
        chat.Now = chat.Now.AddSeconds(pause);
        return chat;
    }

    private static IEnumerable<NewOrder> Orders(Decision decision) =>
        decision.Effects.OfType<Effect.OrderPlaced>().Select(effect => effect.Order);
}
