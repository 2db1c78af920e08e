using System.Text.RegularExpressions;

namespace Jirani.Tests.Architecture;

/// <summary>
/// What a status of an order or a payment means is decided in Domain. Elsewhere it is carried, stored, searched for and put into
/// words (a switch whose arms are texts or colours), never compared; and no statement writes one that Domain did not name.
/// </summary>
public sealed partial class StatusDecisionTests
{
    [Fact]
    public void Nothing_outside_Domain_compares_a_status() => SourceLine.ExpectNone(Outside(), ComparisonRule());

    [Fact]
    public void Nothing_outside_Domain_decides_by_a_switch_over_a_status() => SourceLine.ExpectNone(Outside(), DecidingArmRule());

    [Fact]
    public void Nothing_outside_Domain_compares_the_word_of_a_status() => SourceLine.ExpectNone(Outside(), WordRule());

    [Fact]
    public void No_statement_writes_a_status_that_Domain_did_not_name() => SourceLine.ExpectNone(Outside(), WritingRule());

    [Theory]
    [InlineData("if (order.Status == OrderStatus.Pending)")]
    [InlineData("if (OrderStatus.Pending != order.Status)")]
    [InlineData("order.Status is not OrderStatus.Pending")]
    [InlineData("case PaymentStatus.Succeeded:")]
    [InlineData("order is { Status: OrderStatus.Pending }")]
    [InlineData("Payable.Contains(OrderStatus.Pending)")]
    [InlineData("OrderStatus.Pending.Equals(order.Status)")]
    public void A_comparison_is_recognised(string line) => Assert.Matches(ComparisonRule(), line);

    [Theory]
    [InlineData("OrderStatus.Pending => Expire(order),")]
    [InlineData("OrderStatus.Pending or OrderStatus.Processing => true,")]
    public void A_deciding_arm_is_recognised(string line) => Assert.Matches(DecidingArmRule(), line);

    [Theory]
    [InlineData("""OrderStatus.Pending => "Not paid yet",""")]
    [InlineData("OrderStatus.Expired or OrderStatus.Cancelled => Color.Error,")]
    public void A_word_or_a_colour_for_a_status_is_no_decision(string line) => Assert.DoesNotMatch(DecidingArmRule(), line);

    private static IEnumerable<SourceLine> Outside() => SourceLine.Of("Jirani.Infrastructure", "Jirani.Web");

    [GeneratedRegex(@"([=!]=|\bis|\bnot|\bor|\bcase|Status:)\s*(Order|Payment)Status\.[A-Z](?!.*=>\s*(""|Color\.|Icons\.))|\b(Order|Payment)Status\.[A-Z]\w*\s*[=!]=|(Contains|Equals)\((Order|Payment)Status\.|\b(Order|Payment)Status\.[A-Z]\w*\.(Equals|CompareTo)")]
    private static partial Regex ComparisonRule();

    [GeneratedRegex(@"^\s*(Order|Payment)Status\.[A-Z][^=]*=>(?!\s*(""|Color\.|Icons\.))")]
    private static partial Regex DecidingArmRule();

    [GeneratedRegex(@"([=!]=|\bis|\bor|\bcase|Equals\()\s*""(pending|processing|shipped|cancelled|expired|refunded|succeeded|review)""")]
    private static partial Regex WordRule();

    [GeneratedRegex(@"\bset\b[^']*\bstatus\s*=\s*'(pending|processing|shipped|delivered|cancelled|expired|refunded|succeeded|review)'", RegexOptions.IgnoreCase)]
    private static partial Regex WritingRule();
}
