using Jirani.Infrastructure.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>What an owner finds in the inbox, and by which words.</summary>
public sealed class ConversationSearchTests(PostgresFixture postgres) : InboxTest(postgres)
{
    [Theory]
    [InlineData("otieno", "Otieno Ouma")]
    [InlineData("OUMA", "Otieno Ouma")]
    [InlineData("achieng_o", "Achieng 100%")]
    [InlineData("100%", "Achieng 100%")]
    [InlineData("+254 712 000 111", "Otieno Ouma")]
    [InlineData("0712-000-111", "Otieno Ouma")]
    [InlineData("418 093", "Achieng 100%")]
    [InlineData("0722", "Achieng 100%")]
    [InlineData("1042", "Achieng 100%")]
    [InlineData(" #1042 ", "Achieng 100%")]
    public async Task A_customer_is_found_by(string words, string name) => Assert.Equal([name], await FoundAsync(words));

    [Theory]
    [InlineData("maziwa", "Zuri")]
    [InlineData("MAZ", "Zuri")]
    [InlineData("mna maziwa", "Zuri")]
    [InlineData("Karibu", "Otieno Ouma")]
    public async Task A_conversation_is_found_by_words_that_customer_or_owner_wrote(string words, string name)
    {
        await SayAsync("Zuri", "inbound", "Mna maziwa ya leo?");
        await SayAsync("Otieno Ouma", "outbound_text", "Karibu tena");

        Assert.Equal([name], await FoundAsync(words));
    }

    [Theory]
    [InlineData("""{"type":"interactive","interactive":{"type":"button","body":{"text":"Pishori ya leo?"}}}""")]
    [InlineData("""{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"choice-1","title":"Pishori"}}}""")]
    [InlineData("""{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"choice-1","title":"Pishori"}}}""")]
    [InlineData("""{"type":"image","image":{"caption":"Pishori hii"}}""")]
    public async Task What_was_asked_tapped_or_written_under_a_photo_is_found_too(string payload)
    {
        await Database.ExecuteAsync(Actor.Superuser, """
            insert into messaging_log (store_id, customer_id, message_type, message_payload, status, whatsapp_message_id)
            select store_id, id, 'inbound', $2::jsonb, 'processed', 'wamid.pishori' from customers where store_id = $1 and name = 'Zuri'
            """, Cancel, Cast.MamaNjeri.Id, payload);

        Assert.Equal(["Zuri"], await FoundAsync("pishori"));
    }

    [Theory]
    [InlineData("ziwa")]
    [InlineData("mna sukari")]
    [InlineData("' & !(")]
    [InlineData("siri")]
    public async Task Words_that_nobody_here_wrote_find_nobody(string words)
    {
        await SayAsync("Zuri", "inbound", "Mna maziwa ya leo?");
        await Database.ExecuteAsync(Actor.Superuser, """
            insert into messaging_log (store_id, customer_id, message_type, message_payload, status, whatsapp_message_id)
            select store_id, id, 'inbound', '{"type":"text","text":{"body":"siri"}}', 'processed', 'wamid.siri' from customers where name = 'Zuri' and store_id = $1
            """, Cancel, Cast.NakatoFresh.Id);

        Assert.Empty(await FoundAsync(words));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("12")]
    [InlineData("'; drop table orders; --")]
    [InlineData("\\")]
    [InlineData("104")]
    public async Task Nobody_is_found_by_what_nobody_is_called(string words) =>
        Assert.DoesNotContain(await FoundAsync(words), name => name is "Otieno Ouma" or "Zuri");

    [Fact]
    public async Task Nobody_is_found_in_another_store()
    {
        Assert.Empty(await ListAsync(Cast.MamaNjeri, Cast.NakatoFresh.Id, new ConversationFilter(ConversationScope.Any, "otieno")));
        Assert.Empty(await Database.ListAsync<Guid>(
            Actor.Owner(Cast.MamaNjeri.OwnerId), "select search_conversations($1, 'otieno')", Cancel, Cast.NakatoFresh.Id));
    }

    private async Task<IEnumerable<string?>> FoundAsync(string words) =>
        (await ListAsync(Cast.MamaNjeri, Cast.MamaNjeri.Id, new ConversationFilter(ConversationScope.Any, words))).Select(row => row.Customer.Name);

    private Task<int> SayAsync(string name, string type, string text) => Database.ExecuteAsync(Actor.Superuser, """
        insert into messaging_log (store_id, customer_id, message_type, purpose, message_payload, status, whatsapp_message_id)
        select store_id, id, $3, case $3 when 'inbound' then null else 'owner' end, jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', $4::text)),
               case $3 when 'inbound' then 'processed' else 'sent' end, 'wamid.' || $4
        from customers where store_id = $1 and name = $2
        """, Cancel, Cast.MamaNjeri.Id, name, type, text);
}
