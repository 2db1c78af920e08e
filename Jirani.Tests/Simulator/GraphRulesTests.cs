using System.Net.Http.Json;
using System.Text.Json;

namespace Jirani.Tests.Simulator;

public sealed class GraphRulesTests
{
    public static TheoryData<GraphCase> Messages =>
    [
        .. Envelopes(), .. Texts(), .. Others(), .. Buttons(), .. Lists(),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_is_taken_on_or_refused_as_Meta_would(GraphCase given)
    {
        await using var meta = await SimulatorHost.StartAsync(TestContext.Current.CancellationToken);

        using var answer = await meta.SendRawAsync(given.Body, TestContext.Current.CancellationToken);

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        int? code = body.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : null;
        Assert.Equal(given.Code, code);
        Assert.Equal(given.Code is null ? 200 : 400, (int)answer.StatusCode);
    }

    private static IEnumerable<GraphCase> Envelopes() =>
    [
        GraphCase.To("a phone", "\"to\":\"254733905117\""),
        GraphCase.To("a phone with plus", "\"to\":\"+254733905117\""),
        GraphCase.To("a user id as recipient", "\"recipient\":\"KE.1349\""),
        GraphCase.To("a parent user id as recipient", "\"recipient\":\"KE.ENT.1349\""),
        GraphCase.To("both: the phone counts", "\"to\":\"254733905117\",\"recipient\":\"nobody\""),
        GraphCase.To("a user id in to", "\"to\":\"KE.1349\"", 131026),
        GraphCase.To("a phone as recipient", "\"recipient\":\"254733905117\"", 100),
        GraphCase.To("a prefix of zeros", "\"to\":\"00254733905117\"", 100),
        GraphCase.To("words for a phone", "\"to\":\"Otieno\"", 100),
        GraphCase.To("an empty phone", "\"to\":\"\"", 100),
        GraphCase.To("nobody", "\"recipient_type\":\"individual\"", 100),
        GraphCase.To("a group", "\"to\":\"254733905117\",\"recipient_type\":\"group\"", 100),
        GraphCase.To("the shop's own number", "\"to\":\"254700000001\"", 131021),
        GraphCase.To("callback data too long", $"\"to\":\"254733905117\",\"biz_opaque_callback_data\":\"{new string('7', 513)}\"", 100),
        new("no product", """{"to":"254733905117","type":"text","text":{"body":"Karibu"}}""", 100),
        new("no JSON", "to=254733905117", 100),
        new("no object", "[]", 100),
        GraphCase.Of("an unknown type", "poem", "{}", 100),
    ];

    private static IEnumerable<GraphCase> Texts() =>
    [
        GraphCase.Of("text of 4,096", "text", Body(new string('a', 4096))),
        GraphCase.Of("text of 4,096 emoji", "text", Body(string.Concat(Enumerable.Repeat("👍🏾", 4096)))),
        GraphCase.Of("text of 4,097", "text", Body(new string('a', 4097)), 100),
        GraphCase.Of("an empty text", "text", Body(""), 100),
        GraphCase.Of("a blank text", "text", Body("  "), 100),
        GraphCase.Of("a text without body", "text", "{}", 100),
        GraphCase.Of("half a surrogate pair", "text", """{"body":"\ud83d"}""", 100),
    ];

    private static IEnumerable<GraphCase> Others() =>
    [
        GraphCase.Of("an image by link", "image", """{"link":"https://njeri.shop/a.jpg","caption":"Mkate"}"""),
        GraphCase.Of("an image with both", "image", """{"link":"https://njeri.shop/a.jpg","id":"1"}""", 100),
        GraphCase.Of("an image with neither", "image", "{}", 100),
        GraphCase.Of("an image from a file", "image", """{"link":"file:///etc/passwd"}""", 100),
        GraphCase.Of("a caption over 1,024", "document", $$"""{"id":"1","caption":"{{new string('a', 1025)}}"}""", 100),
        GraphCase.Of("a caption on a sticker", "sticker", """{"id":"1","caption":"a"}""", 100),
        GraphCase.Of("a template", "template", """{"name":"order_update","language":{"code":"en_US"}}"""),
        GraphCase.Of("a template without language", "template", """{"name":"order_update"}""", 131008),
        GraphCase.Of("a location", "location", """{"latitude":-1.28,"longitude":36.82}"""),
        GraphCase.Of("half a location", "location", """{"latitude":-1.28}""", 131008),
        GraphCase.Of("a reaction", "reaction", """{"message_id":"wamid.x","emoji":""}"""),
    ];

    private static IEnumerable<GraphCase> Buttons() =>
    [
        GraphCase.Interactive("three buttons", "button", "Cart", Replies(("1", "A"), ("2", "B"), ("3", "C"))),
        GraphCase.Interactive("four buttons", "button", "Cart", Replies(("1", "A"), ("2", "B"), ("3", "C"), ("4", "D")), 131009),
        GraphCase.Interactive("no button", "button", "Cart", Replies(), 131009),
        GraphCase.Interactive("a title of 20", "button", "Cart", Replies(("1", new string('a', 20)))),
        GraphCase.Interactive("a title of 21", "button", "Cart", Replies(("1", new string('a', 21))), 131009),
        GraphCase.Interactive("an empty title", "button", "Cart", Replies(("1", "")), 131009),
        GraphCase.Interactive("one id twice", "button", "Cart", Replies(("1", "A"), ("1", "B")), 131009),
        GraphCase.Interactive("one title twice", "button", "Cart", Replies(("1", "A"), ("2", "A")), 131009),
        GraphCase.Interactive("a body of 1,024", "button", new string('a', 1024), Replies(("1", "A"))),
        GraphCase.Interactive("a body of 1,025", "button", new string('a', 1025), Replies(("1", "A")), 131009),
        GraphCase.Interactive("an empty body", "button", "", Replies(("1", "A")), 100),
        GraphCase.Interactive("a link", "cta_url", "Pay", """{"name":"cta_url","parameters":{"display_text":"Pay","url":"https://njeri.shop"}}"""),
        GraphCase.Interactive("a link that runs", "cta_url", "Pay", """{"parameters":{"display_text":"Pay","url":"javascript:1"}}""", 131009),
        GraphCase.Interactive("an unknown kind", "wheel", "Cart", "{}", 100),
    ];

    private static IEnumerable<GraphCase> Lists() =>
    [
        GraphCase.Interactive("ten rows", "list", new string('a', 4096), Rows(10)),
        GraphCase.Interactive("eleven rows", "list", "Menu", Rows(11), 131009),
        GraphCase.Interactive("no row", "list", "Menu", Rows(0), 131009),
        GraphCase.Interactive("a row title of 25", "list", "Menu", Rows(1, title: new string('a', 25)), 131009),
        GraphCase.Interactive("a description of 73", "list", "Menu", Rows(1, description: new string('a', 73)), 131009),
        GraphCase.Interactive("a button of 21", "list", "Menu", Rows(1, button: new string('a', 21)), 131009),
        GraphCase.Interactive("no button text", "list", "Menu", Rows(1, button: ""), 131009),
    ];

    private static string Body(string text) => $$"""{"body":"{{text}}"}""";

    private static string Replies(params (string Id, string Title)[] replies) => JsonSerializer.Serialize(new
    {
        buttons = replies.Select(reply => new { type = "reply", reply = new { id = reply.Id, title = reply.Title } }),
    });

    private static string Rows(int count, string title = "Sukari", string description = "1 kg", string button = "Choose") =>
        JsonSerializer.Serialize(new
        {
            button,
            sections = new[] { new { title = "All", rows = Enumerable.Range(1, count).Select(id => new { id = $"{id}", title, description }) } },
        });
}
