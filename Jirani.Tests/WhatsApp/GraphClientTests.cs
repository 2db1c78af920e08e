using System.Text.Json;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class GraphClientTests : IAsyncDisposable
{
    private const string Accepted = """{"contacts":[{"input":"x","wa_id":"254700000001","user_id":"KE.1"}],"messages":[{"id":"wamid.9"}]}""";

    private readonly GraphRig _rig = new();

    [Fact]
    public async Task An_accepted_message_brings_its_id_and_who_it_went_to()
    {
        await using var peer = LoopbackPeer.Answering("200 OK", Accepted);

        var outcome = await _rig.SendAsync(peer.Address);

        Assert.Equal(new SendOutcome.Accepted("wamid.9", "254700000001", "KE.1"), outcome);
    }

    [Fact]
    public async Task The_request_is_as_Meta_documents_it()
    {
        await using var peer = LoopbackPeer.Answering("200 OK", Accepted);

        await _rig.SendAsync(peer.Address);

        var request = Assert.Single(peer.Requests);
        Assert.StartsWith("POST /graph/v26.0/100000000000001/messages HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: Bearer simulator-token\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", request, StringComparison.Ordinal);
        AssertSameJson("""
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"254700000001","type":"text",
             "text":{"preview_url":false,"body":"Habari 😀"},"biz_opaque_callback_data":"42"}
            """, request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    [Fact]
    public async Task A_refusal_keeps_code_details_trace_and_how_long_to_wait()
    {
        await using var peer = LoopbackPeer.Answering("429 Too Many Requests\r\nRetry-After: 7", """
            {"error":{"message":"(#130429) Rate limit hit","code":130429,"error_subcode":"5","is_transient":true,
             "error_data":{"messaging_product":"whatsapp","details":"Too many messages"},"fbtrace_id":"Az8"}}
            """);

        var outcome = await _rig.SendAsync(peer.Address);

        Assert.Equal(
            new SendOutcome.Refused(429, 130429, "Too many messages", TimeSpan.FromSeconds(7), true) { Subcode = 5, TraceId = "Az8" },
            outcome);
    }

    [Theory]
    [InlineData("401 Unauthorized", """{"error":{"message":"Session has expired","code":190,"error_subcode":463}}""", 190, "Session has expired")]
    [InlineData("400 Bad Request", """{"error":{"message":"m","code":100,"error_data":"as a text"}}""", 100, "as a text")]
    [InlineData("500 Internal Server Error", "<html>Sorry</html>", null, "HTTP 500 without an explanation")]
    [InlineData("503 Service Unavailable", "", null, "HTTP 503 without an explanation")]
    [InlineData("302 Found\r\nLocation: http://127.0.0.1:1/", "", null, "HTTP 302 without an explanation")]
    [InlineData("400 Bad Request", """{"error":[7]}""", null, "HTTP 400 without an explanation")]
    public async Task Every_answer_that_is_no_success_is_a_refusal(string head, string body, int? code, string details)
    {
        await using var peer = LoopbackPeer.Answering(head, body);

        var refused = Assert.IsType<SendOutcome.Refused>(await _rig.SendAsync(peer.Address));

        Assert.Equal((code, details, false), (refused.Code, refused.Details, refused.IsTransient));
        Assert.StartsWith($"{refused.HttpStatus} ", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mon, 23 Nov 2026 18:54:50 GMT", 90)]
    [InlineData("Sun, 01 Nov 1998 00:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task A_date_to_wait_for_is_counted_from_now_and_never_negative(string date, int? seconds)
    {
        await using var peer = LoopbackPeer.Answering($"503 Service Unavailable\r\nRetry-After: {date}", "");

        var refused = Assert.IsType<SendOutcome.Refused>(await _rig.SendAsync(peer.Address));

        Assert.Equal(seconds, (int?)refused.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"messages\":[]}")]
    [InlineData("{\"messages\":[{\"id\":\"wam")]
    public async Task A_success_without_an_id_is_unknown_and_not_a_refusal(string body)
    {
        await using var peer = LoopbackPeer.Answering("200 OK", body);

        Assert.IsType<SendOutcome.Unknown>(await _rig.SendAsync(peer.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("“quoted”")]
    [InlineData("a\r\nX-Evil: 1")]
    public async Task A_token_that_no_header_may_hold_is_refused_as_an_invalid_token(string token)
    {
        var outcome = await _rig.Client(GraphRig.Nowhere).SendAsync(GraphRig.Message with { AccessToken = token }, CancellationToken.None);

        Assert.Equal((null, 190), Assert.IsType<SendOutcome.Refused>(outcome) is var refused ? (refused.HttpStatus, refused.Code) : default);
    }

    [Theory]
    [InlineData("200 OK", """{"id":"100000000000001","display_phone_number":"+254 700","verified_name":"Mama Njeri"}""", "Proved")]
    [InlineData("200 OK", """{"id":"100000000000002"}""", "Denied")]
    [InlineData("200 OK", "", "Denied")]
    [InlineData("400 Bad Request", """{"error":{"code":100,"error_subcode":33}}""", "Denied")]
    [InlineData("500 Oops", """{"error":{"code":190}}""", "Denied")]
    [InlineData("503 Oops", "", "Unreachable")]
    public async Task A_number_is_proved_only_by_an_answer_with_its_id(string head, string body, string expected)
    {
        await using var peer = LoopbackPeer.Answering(head, body);

        var proof = await _rig.Client(peer.Address).PhoneNumberExistsAsync("100000000000001", "simulator-token", CancellationToken.None);

        Assert.Equal(expected, proof.GetType().Name);
        Assert.StartsWith("GET /graph/v26.0/100000000000001?fields=", Assert.Single(peer.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../me")]
    [InlineData("١٢٣")]
    public async Task What_is_not_an_id_is_not_even_asked_for(string phoneNumberId) =>
        Assert.IsType<PhoneNumberProof.Denied>(
            await _rig.Client(GraphRig.Nowhere).PhoneNumberExistsAsync(phoneNumberId, "simulator-token", CancellationToken.None));

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private static void AssertSameJson(string expected, string actual)
    {
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)), actual);
    }
}
