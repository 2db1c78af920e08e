using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class ChargeReportsTests
{
    [Fact]
    public void The_fees_of_a_charge_are_one_sum()
    {
        var report = Read("""
            {"id":"chg_1","amount":"430.50","currency":"kes","status":"SUCCEEDED","settled":true,
             "fees":[{"type":"app","amount":12.10},{"type":"vat","amount":"1.94"},{"type":"merchant"},null,7]}
            """)!;

        Assert.Equal((430.50m, "KES", ChargeStatus.Succeeded, 14.04m, true), (report.Amount, report.Currency, report.Status, report.Fee, report.IsSettled));
    }

    [Theory]
    [InlineData("pending", ChargeStatus.Pending)]
    [InlineData("Succeeded", ChargeStatus.Succeeded)]
    [InlineData("successful", ChargeStatus.Succeeded)]
    [InlineData("FAILED", ChargeStatus.Failed)]
    [InlineData("voided", ChargeStatus.Voided)]
    [InlineData("", ChargeStatus.Unknown)]
    [InlineData("success", ChargeStatus.Unknown)]
    [InlineData("reversed", ChargeStatus.Unknown)]
    public void A_word_nobody_knows_is_neither_success_nor_failure(string word, ChargeStatus expected) =>
        Assert.Equal(expected, Read($$"""{"id":"chg_1","status":"{{word}}"}""")!.Status);

    [Theory]
    [InlineData("1e2", 100)]
    [InlineData("\"1e2\"", 100)]
    [InlineData("45000.00", 45000)]
    [InlineData("1e400", null)]
    [InlineData("1e28", null)]
    [InlineData("1000000000000", null)]
    [InlineData("\"4,30\"", null)]
    [InlineData("\"٤٣٠\"", null)]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    public void An_amount_that_is_no_number_or_does_not_fit_is_none(string amount, int? expected) =>
        Assert.Equal(expected, Read($$"""{"id":"chg_1","amount":{{amount}}}""")!.Amount);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"chg_1\"")]
    [InlineData("{}")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":{"id":"chg_1"}}""")]
    public void What_has_no_id_is_no_charge(string charge) => Assert.Null(Read(charge));

    [Fact]
    public void Nothing_in_a_charge_throws()
    {
        var odd = Read("""
            {"id":"chg\u0000_1","reference":[],"amount":-1e-400,"currency":"\ud800","status":{},"settled":"yes","processor_response":"Approved",
             "app_fee":79228162514264337593543950335,"fees":[{"amount":79228162514264337593543950335},{"amount":79228162514264337593543950335}]}
            """)!;

        Assert.Equal(("chg_1", null, "\ufffd", ChargeStatus.Unknown, "", false, null),
            (odd.ChargeId, odd.Reference, odd.Currency, odd.Status, odd.ProviderStatus, odd.IsSettled, odd.FailureCode));
        Assert.Equal(0, odd.Fee);
    }

    private static ChargeReport? Read(string json) => ChargeReports.Read(Samples.Root(json));
}
