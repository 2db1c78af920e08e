using System.Security.Cryptography;
using System.Text;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class FlutterwaveEventsTests
{
    [Fact]
    public void The_other_envelope_names_the_delivery_id_and_writes_times_as_numbers()
    {
        var read = Read("""
            {"id":"wbk_9","created_datetime":1735116842.116,"type":"charge.completed",
             "data":{"id":"chg_1","customer":{"name":null,"phone":null},"reference":"jir1","status":"succeeded","amount":430}}
            """);

        Assert.Equal(
            new ProviderEvent { EventId = "wbk_9", Kind = "charge.completed", ChargeId = "chg_1", Reference = "jir1", RefundId = null, ProviderStatus = "succeeded" }, read);
    }

    [Fact]
    public void Version_3_refunds_come_flat_and_in_capitals()
    {
        const string Body = """{"Id":75923,"AmountRefunded":430,"Status":"completed","TransactionId":285000001,"TxRef":"jir1","FlwRef":"x"}""";

        Assert.Equal(
            new ProviderEvent { EventId = Digest(Body), Kind = "refund", ChargeId = "285000001", Reference = "jir1", RefundId = "75923", ProviderStatus = "completed" },
            Read(Body));
    }

    [Theory]
    [InlineData("""{"type":"charge.completed"}""")]
    [InlineData("""{"type":"charge.completed","data":null}""")]
    [InlineData("""{"type":"charge.completed","data":[]}""")]
    [InlineData("""{"type":"charge.completed","data":"chg_1"}""")]
    [InlineData("""{"type":"charge.completed","webhook_id":{},"id":[],"data":{"id":null,"reference":{},"status":[1]}}""")]
    [InlineData("""{"type":"charge.completed","webhook_id":"","data":{"id":"","reference":"","status":""}}""")]
    public void Without_ids_the_digest_of_the_bytes_stands_for_the_delivery(string body) =>
        Assert.Equal(
            new ProviderEvent { EventId = Digest(body), Kind = "charge.completed", ChargeId = null, Reference = null, RefundId = null, ProviderStatus = null },
            Read(body));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("not JSON")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("1e400")]
    [InlineData("\"charge.completed\"")]
    [InlineData("[]")]
    [InlineData("""[{"type":"charge.completed"}]""")]
    [InlineData("{}")]
    [InlineData("""{"type":null,"event":[]}""")]
    [InlineData("""{"type":"","data":{"id":"chg_1"}}""")]
    [InlineData("""{"data":{"id":"chg_1"}}""")]
    public void What_names_no_kind_is_no_event(string body) => Assert.Null(Read(body));

    [Fact]
    public void What_is_nested_without_end_is_no_event()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70));

        Assert.Null(Read($$"""{"type":"charge.completed","data":{{deep}}}"""));
    }

    [Fact]
    public void Bytes_that_are_no_text_throw_nothing()
    {
        Assert.Null(FlutterwaveEvents.Read(new byte[] { 0xff, 0xfe, 0x00 }));
        Assert.NotNull(FlutterwaveEvents.Read((byte[])[.. "{\"type\":\""u8, 0xc3, 0x28, 0xff, .. "\"}"u8]));
    }

    /// <summary>The database takes neither NUL nor half a character.</summary>
    [Fact]
    public void What_is_kept_can_be_kept()
    {
        var read = Read("""{"webhook_id":"a\u0000b","type":"charge\ud800","data":{"id":"\udc00\u0000","reference":1e400,"status":"s\u0000"}}""")!;

        Assert.Equal(("ab", "charge\ufffd", "\ufffd", "1e400", "s"), (read.EventId, read.Kind, read.ChargeId, read.Reference, read.ProviderStatus));
    }

    [Fact]
    public void A_word_without_end_is_cut_and_never_within_a_character()
    {
        var read = Read($$"""{"webhook_id":"{{new string('a', 199)}}😀😀","type":"{{new string('t', 5_000)}}"}""")!;

        Assert.Equal(200, read.Kind.Length);
        Assert.True(read.EventId.Length <= 200);
        Assert.DoesNotContain(read.EventId, char.IsSurrogate);
    }

    private static ProviderEvent? Read(string body) => FlutterwaveEvents.Read(Encoding.UTF8.GetBytes(body));

    private static string Digest(string body) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
