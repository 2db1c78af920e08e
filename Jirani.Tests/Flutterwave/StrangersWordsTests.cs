using System.Text;
using System.Text.Json;
using CsCheck;
using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

/// <summary>Whatever Flutterwave, or somebody in its place, writes: it fits the database, and it means no more than it says.</summary>
public sealed class StrangersWordsTests
{
    private static readonly string _edge = new string('x', 39) + "😀";

    [Theory]
    [InlineData("1e2", "100")]
    [InlineData("430.50", "430.50")]
    [InlineData("-430", null)]
    [InlineData("1e20", null)]
    [InlineData("\"430,00\"", null)]
    [InlineData("[430]", null)]
    public void An_amount_is_what_money_can_be(string written, string? expected) =>
        Assert.Equal(expected, Report($$"""{"id":"chg_1","amount":{{written}}}""").Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Fees_beyond_all_money_are_none()
    {
        var report = Report("""{"id":"chg_1","app_fee":-5,"fees":[{"amount":7e28},{"amount":7e28},{"amount":3.5},{"amount":"x"},7]}""");

        Assert.Equal(3.5m, report.Fee);
    }

    [Fact]
    public void A_long_word_is_cut_between_letters()
    {
        var report = Report(JsonSerializer.Serialize(new { id = "chg_1", status = _edge, processor_response = new { code = _edge } }));
        var next = NextActions.Read(JsonSerializer.SerializeToElement(new { type = _edge }));
        var note = NextActions.Read(JsonSerializer.SerializeToElement(new
        {
            type = "payment_Instructions",
            payment_instruction = new { note = new string('x', 499) + "😀" },
        }));

        Assert.Equal(new string('x', 39) + "\ufffd", report.ProviderStatus);
        Assert.Equal(report.ProviderStatus, report.FailureCode);
        Assert.Equal(new NextAction.Other(report.ProviderStatus), next);
        Assert.EndsWith("x\ufffd", Assert.IsType<NextAction.Prompt>(note).Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":null,"event":""}""")]
    [InlineData("""["charge.completed"]""")]
    [InlineData("")]
    public void What_names_no_kind_is_no_event(string body) => Assert.Null(FlutterwaveEvents.Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void An_event_of_long_names_is_stored_all_the_same()
    {
        var name = new string('x', 199) + "😀";

        var told = FlutterwaveEvents.Read(JsonSerializer.SerializeToUtf8Bytes(new { webhook_id = name, type = name, data = new { status = name } }))!;

        Assert.All([told.EventId, told.Kind, told.ProviderStatus!], text => Assert.Equal(new string('x', 199) + "\ufffd", text));
    }

    [Fact]
    public void No_bytes_make_the_reader_of_events_throw() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        byte[][] bodies = [bytes, [.. "{\"type\":\""u8, .. bytes, .. "\",\"data\":{\"id\":[]}}"u8], [.. "{\"AmountRefunded\":1,\"Id\":"u8, .. bytes, (byte)'}']];
        Array.ForEach(bodies, body => FlutterwaveEvents.Read(body));
    });

    [Theory]
    [InlineData("Amina Nakato", "Amina", "Nakato")]
    [InlineData("José  da Conceição", "Jose", "da Conceicao")]
    [InlineData("O’Brien 😀", "O'Brien", "Customer")]
    [InlineData("محمد", "Customer", "Customer")]
    [InlineData("\ud83d broken", "broken", "Customer")]
    [InlineData("7 of 9", "of", "Customer")]
    [InlineData(null, "Customer", "Customer")]
    public void A_name_is_letters_that_every_reading_of_the_rule_takes(string? name, string first, string last) =>
        Assert.Equal(new PersonName(first, last), PersonName.From(name));

    [Fact]
    public void A_name_never_breaks_the_rule() => Gen.String.Sample(name =>
    {
        var person = PersonName.From(name);
        Assert.All([person.First, person.Last], part => Assert.Matches("^[A-Za-z,.' -]{2,50}$", part));
    });

    [Fact]
    public void Only_refunds_of_the_same_charge_and_amount_that_live_are_the_one_that_was_asked_for()
    {
        var list = JsonElement.Parse("""
            [{"id":"1","charge_id":"chg_1","amount_refunded":100.0,"status":"succeeded"},
             {"id":"2","charge_id":"chg_2","amount_refunded":100,"status":"succeeded"},
             {"id":"3","charge_id":"chg_1","amount_refunded":90,"status":"succeeded"},
             {"id":"4","charge_id":"chg_1","amount_refunded":100,"status":"failed"}, 7]
            """);

        var found = RefundReports.Of(list, new RefundRequest(Guid.NewGuid(), "chg_1", new Money(100, new Currency("UGX")), IsDuplicate: false));

        Assert.Equal("1", Assert.Single(found).GetProperty("id").GetString());
    }

    private static ChargeReport Report(string json) => ChargeReports.Read(JsonElement.Parse(json))!;
}
