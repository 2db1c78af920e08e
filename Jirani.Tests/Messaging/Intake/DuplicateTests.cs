using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Intake;

/// <summary>The sender may say everything twice, at once or a year later.</summary>
public sealed class DuplicateTests(DuplicateTests.Sending served) : AppTest(served.App), IClassFixture<DuplicateTests.Sending>
{
    [Fact]
    public async Task One_body_a_hundred_times_at_once_is_one_message_one_line_and_one_reply_at_the_graph()
    {
        var phone = NewPhone();
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "ADD SUGAR-1KG 2");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => App.DeliverAsync(body, Cancel)));

        await SettledAsync();
        Assert.Equal(2m, await ValueAsync<decimal>("select sum(i.quantity) from cart_items i join cart_sessions s on s.id = i.cart_id where s.session_id = 'wa:' || $1", phone));
        Assert.Single(await RepliesAsync(phone));
        await WaitUntil.TrueAsync("the reply is sent", async () => await SentToAsync(phone) == 1, Cancel);
    }

    [Fact]
    public async Task A_message_that_comes_again_in_another_body_is_known_by_its_own_id()
    {
        var (phone, shared) = (NewPhone(), Envelope.Text(null, "CART", NewUserId()));
        var again = Envelope.Text(phone, "ADD SUGAR-1KG", id: SignedMessage.NewId());

        await Task.WhenAll(
            AcceptedAsync(Envelope.Messages(Store, again, Envelope.Text(phone, "ADD MILK-500ML"))),
            AcceptedAsync(Envelope.Messages(Store, shared, Envelope.Text(phone, "ADD BREAD-400G"), again, again)));
        await SettledAsync();

        Assert.Equal(["1 BREAD-400G", "1 MILK-500ML", "1 SUGAR-1KG"], await CartAsync(phone));
    }

    [Fact]
    public async Task Two_stores_may_be_told_the_same_id()
    {
        var (phone, id) = (NewPhone(), SignedMessage.NewId());

        await AcceptedAsync(SignedMessage.Text(Cast.MamaNjeri.PhoneNumberId, phone, "CART", id));
        await AcceptedAsync(SignedMessage.Text(Cast.NakatoFresh.PhoneNumberId, phone, "CART", id));

        Assert.Equal(2, await ValueAsync<long>("select count(*) from messaging_log where whatsapp_message_id = $1", id));
    }

    [Fact]
    public async Task Crossed_batches_with_the_same_new_customers_and_ids_lose_nothing()
    {
        var messages = Enumerable.Range(0, 40).Select(_ => Envelope.Text(NewPhone(), "CART")).ToArray();
        var before = await ValueAsync<long>("select count(*) from messaging_log where message_type = 'inbound'");

        await Task.WhenAll(
            AcceptedAsync(Envelope.Messages(Store, messages)),
            AcceptedAsync(Envelope.Messages(Store, [.. messages.Reverse()])));

        Assert.Equal(before + 40, await ValueAsync<long>("select count(*) from messaging_log where message_type = 'inbound'"));
    }

    [Theory]
    [InlineData(366)]
    [InlineData(2)]
    public async Task A_message_written_days_ago_is_kept_for_a_person_and_runs_nothing(int days)
    {
        var phone = NewPhone();
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "ADD SUGAR-1KG", sentAt: DateTimeOffset.UtcNow.AddDays(-days));

        await AcceptedAsync(body);
        await AcceptedAsync(body);
        await SettledAsync();

        Assert.Empty(await CartAsync(phone));
        Assert.Empty(await RepliesAsync(phone));
        Assert.Equal("1 true 1", await ValueAsync<string>("""
            select concat_ws(' ', v.unread, v.needs_person::text, (select count(*) from messaging_log m where m.customer_id = c.id))
            from conversations v join customers c on c.id = v.customer_id where c.phone = $1
            """, phone));
    }

    [Fact]
    public async Task A_body_replayed_after_its_customer_was_erased_brings_nothing_back()
    {
        var (phone, id) = (NewPhone(), SignedMessage.NewId());
        var body = SignedMessage.Text(Store.PhoneNumberId, phone, "ADD SUGAR-1KG", id);
        await AcceptedAsync(body);
        await SettledAsync();
        await WaitUntil.TrueAsync("the reply is sent", async () => await SentToAsync(phone) == 1, Cancel);
        await ExecuteAsync("select erase_customer(store_id, id) from customers where phone = $1", phone);

        await AcceptedAsync(body);
        await SettledAsync();

        Assert.Equal(0, await ValueAsync<long>("select count(*) from messaging_log where whatsapp_message_id = $1", id));
        Assert.Equal(0, await ValueAsync<long>("select count(*) from messaging_log where customer_phone = $1", phone));
    }

    private Task<IReadOnlyList<string>> CartAsync(string phone) => ListAsync<string>("""
        select i.quantity::int || ' ' || p.sku from cart_items i join cart_sessions s on s.id = i.cart_id join products p on p.id = i.product_id
        where s.session_id = 'wa:' || $1 order by p.sku
        """, phone);

    private async Task<int> SentToAsync(string phone)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/simulator/graph/ledger?to={phone}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "simulator-token");
        using var answer = await App.Client.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("accepted").GetArrayLength();
    }

    /// <summary>With the simulator's token: replies go out to its Graph, and statuses come back.</summary>
    public sealed class Sending(PostgresFixture postgres) : ServedApp(postgres)
    {
        protected override JiraniAppSetup Setup => new();
    }
}
