using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Intake;

/// <summary>Who a message is from, when a phone is not always said and never the identity.</summary>
public sealed class IdentityTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task Somebody_without_a_phone_is_a_customer_with_a_session_of_their_user_id()
    {
        var userId = NewUserId();

        await SayAsync(null, userId, "ADD SUGAR-1KG");

        Assert.Equal($"{userId} - - wa:{userId}", await ValueAsync<string>("""
            select concat_ws(' ', c.wa_user_id, coalesce(c.phone, '-'), coalesce(m.customer_phone, '-'), s.session_id)
            from customers c join messaging_log m on m.customer_id = c.id and m.message_type = 'inbound'
            join cart_sessions s on s.customer_id = c.id and s.status = 'open' where c.wa_user_id = $1
            """, userId));
    }

    [Fact]
    public async Task A_phone_said_later_is_learnt_and_the_cart_stays()
    {
        var (phone, userId) = (NewPhone(), NewUserId());
        await SayAsync(null, userId, "ADD SUGAR-1KG");

        await SayAsync(phone, userId, "ADD MILK-500ML");

        Assert.Equal([$"{phone} {userId} wa:{phone} 2"], await PeopleAsync(phone, userId));
    }

    [Fact]
    public async Task A_user_id_said_later_is_learnt_and_alone_finds_the_customer()
    {
        var (phone, userId) = (NewPhone(), NewUserId());
        await SayAsync(phone, null, "ADD SUGAR-1KG");
        await SayAsync(phone, userId, "CART");

        await SayAsync(null, userId, "ADD MILK-500ML");

        Assert.Equal([$"{phone} {userId} wa:{phone} 2"], await PeopleAsync(phone, userId));
    }

    [Fact]
    public async Task One_contact_with_both_ids_ties_the_messages_of_the_body_that_say_one()
    {
        var (phone, userId) = (NewPhone(), NewUserId());

        await AcceptedAsync(Envelope.Messages(
            Store, [Envelope.Contact(phone, userId)], Envelope.Text(phone, "ADD SUGAR-1KG"), Envelope.Text(null, "ADD MILK-500ML", userId)));
        await SettledAsync();

        Assert.Equal([$"{phone} {userId} wa:{phone} 2"], await PeopleAsync(phone, userId));
    }

    [Fact]
    public async Task The_same_phone_with_a_new_user_id_is_the_same_customer()
    {
        var (phone, userId, newUserId) = (NewPhone(), NewUserId(), NewUserId());
        await SayAsync(phone, userId, "ADD SUGAR-1KG");

        await SayAsync(phone, newUserId, "ADD MILK-500ML");

        Assert.Equal([$"{phone} {newUserId} wa:{phone} 2"], await PeopleAsync(phone, userId, newUserId));
    }

    [Fact]
    public async Task A_number_change_takes_the_customer_along()
    {
        var (phone, userId, newPhone, newUserId) = (NewPhone(), NewUserId(), NewPhone(), NewUserId());
        await SayAsync(phone, userId, "ADD SUGAR-1KG");
        await AcceptedAsync(Envelope.Messages(Store, Envelope.NumberChanged(phone, userId, newPhone, newUserId)));
        await SettledAsync();

        await SayAsync(newPhone, newUserId, "ADD MILK-500ML");

        Assert.Equal([$"{newPhone} {newUserId} wa:{newPhone} 2"], await PeopleAsync(phone, userId, newPhone, newUserId));
        Assert.Equal([phone, userId], await ListAsync<string>("""
            select a.alias from customer_aliases a join customers c on c.id = a.customer_id where c.phone = $1 order by a.alias
            """, newPhone));
    }

    [Fact]
    public async Task A_changed_user_id_takes_the_customer_along()
    {
        var (phone, userId, newUserId) = (NewPhone(), NewUserId(), NewUserId());
        await SayAsync(phone, userId, "ADD SUGAR-1KG");
        await AcceptedAsync(Envelope.Messages(Store, Envelope.UserIdChanged(userId, newUserId)));
        await SettledAsync();

        await SayAsync(null, newUserId, "ADD MILK-500ML");

        Assert.Equal([$"{phone} {newUserId} wa:{phone} 2"], await PeopleAsync(phone, userId, newUserId));
    }

    [Fact]
    public async Task After_a_number_change_an_old_message_that_comes_late_changes_nothing_back()
    {
        var (phone, userId, newPhone, newUserId) = (NewPhone(), NewUserId(), NewPhone(), NewUserId());
        await SayAsync(phone, userId, "ADD SUGAR-1KG");
        await AcceptedAsync(Envelope.Messages(Store, Envelope.NumberChanged(phone, userId, newPhone, newUserId)));
        await SettledAsync();

        await SayAsync(phone, userId, "ADD MILK-500ML");

        Assert.Equal([$"{newPhone} {newUserId} wa:{newPhone} 2"], await PeopleAsync(phone, userId, newPhone, newUserId));
    }

    [Fact]
    public async Task Whoever_gets_the_old_number_is_somebody_else()
    {
        var (phone, userId, newPhone, newUserId, stranger) = (NewPhone(), NewUserId(), NewPhone(), NewUserId(), NewUserId());
        await SayAsync(phone, userId, "ADD SUGAR-1KG");
        await AcceptedAsync(Envelope.Messages(Store, Envelope.NumberChanged(phone, userId, newPhone, newUserId)));
        await SettledAsync();

        await SayAsync(phone, stranger, "ADD MILK-500ML");

        Assert.Equal(
            [$"{phone} {stranger} wa:{phone} 1", $"{newPhone} {newUserId} wa:{newPhone} 1"],
            await PeopleAsync(phone, userId, newPhone, newUserId, stranger));
    }

    [Fact]
    public async Task A_shared_contact_is_believed_only_as_the_answer_to_our_question()
    {
        var (asked, forwarded, phone, other) = (NewUserId(), NewUserId(), NewPhone(), NewPhone());

        await AcceptedAsync(Envelope.Messages(Store, ContactCard(asked, phone, "contact_request"), ContactCard(forwarded, other, "other")));
        await SettledAsync();

        Assert.Equal([$"{phone} {asked} wa:{phone} 0"], await PeopleAsync(asked));
        Assert.Equal([$"- {forwarded} wa:{forwarded} 0"], await PeopleAsync(forwarded));
    }

    [Fact]
    public async Task The_same_ids_in_another_store_are_another_customer()
    {
        var (phone, userId) = (NewPhone(), NewUserId());
        await SayAsync(phone, userId, "CART");

        await AcceptedAsync(Envelope.Messages(Cast.NakatoFresh, Envelope.Text(phone, "CART", userId)));

        Assert.Equal(2, await ValueAsync<long>("select count(distinct store_id) from customers where phone = $1 and wa_user_id = $2", phone, userId));
    }

    private static object ContactCard(string userId, string phone, string origin) => new
    {
        from_user_id = userId,
        id = SignedMessage.NewId(),
        timestamp = Envelope.Seconds(null),
        type = "contacts",
        contacts = new[] { new { origin, phones = new[] { new { phone = $"+{phone}", wa_id = phone } } } },
    };

    private async Task SayAsync(string? phone, string? userId, string text)
    {
        await AcceptedAsync(Envelope.Messages(Store, Envelope.Text(phone, text, userId)));
        await SettledAsync();
    }

    /// <summary>Phone, user id, open session and how many lines its cart has, of everybody who has or had one of the ids.</summary>
    private Task<IReadOnlyList<string>> PeopleAsync(params string[] ids) => ListAsync<string>("""
        select concat_ws(' ', coalesce(c.phone, '-'), coalesce(c.wa_user_id, '-'), s.session_id, (select count(*) from cart_items i where i.cart_id = s.id))
        from customers c join cart_sessions s on s.customer_id = c.id and s.status = 'open'
        where c.phone = any($1) or c.wa_user_id = any($1)
           or exists (select from customer_aliases a where a.customer_id = c.id and a.alias = any($1))
        order by c.phone
        """, (object)ids);
}
