using Bunit;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Payments;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

/// <summary>The list of payments: what each line says, and what stands there where there is none.</summary>
public sealed class PaymentListTests : PaymentTest
{
    [Theory]
    [InlineData(PaymentStanding.Waiting, null, "Waiting for PIN", "warning")]
    [InlineData(PaymentStanding.Unknown, null, "Not known yet", "")]
    [InlineData(PaymentStanding.Paid, null, "Paid", "success")]
    [InlineData(PaymentStanding.Failed, "wrong_pin", "Wrong PIN", "error")]
    [InlineData(PaymentStanding.Failed, "no_money", "Not enough money", "error")]
    [InlineData(PaymentStanding.Failed, "code 57", "Failed (57)", "error")]
    [InlineData(PaymentStanding.NoAnswer, "no_answer", "No answer", "")]
    [InlineData(PaymentStanding.InReview, null, "In review", "warning")]
    [InlineData(PaymentStanding.Returning, null, "Going back", "")]
    [InlineData(PaymentStanding.PartlyRefunded, null, "Partly refunded", "")]
    [InlineData(PaymentStanding.Refunded, null, "Refunded", "")]
    public void Every_standing_is_an_icon_and_a_word_and_only_a_review_has_a_ground(PaymentStanding standing, string? reason, string word, string tone)
    {
        var chip = Render<PaymentStatusChip>(parameters => parameters.Add(view => view.Standing, standing).Add(view => view.FailureReason, reason)).Find(".status");

        Assert.Equal(word, chip.TextContent);
        Assert.NotNull(chip.QuerySelector("svg"));
        Assert.Equal(tone.Length > 0, tone.Length > 0 && chip.ClassList.Contains(tone));
        Assert.Equal(standing is PaymentStanding.InReview, chip.ClassList.Contains("ground"));
    }

    [Fact]
    public void While_nothing_is_read_yet_a_skeleton_stands_in_its_place() => Assert.NotEmpty(Draw(null).FindAll(".mud-skeleton"));

    [Fact]
    public void Where_nobody_paid_yet_the_next_step_is_named()
    {
        Assert.Contains("appears here at once", Draw([]).Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", Draw([], PaymentView.Everything.Of(PaymentScope.InReview)).Markup, StringComparison.Ordinal);
        Assert.Contains("“nobody”", Draw([], PaymentView.Everything.LookingFor("nobody")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_tells_order_payer_network_amount_state_and_time_and_is_the_link()
    {
        var line = Draw([Payment(Paid)], PaymentView.Parse("paid", "041")).Find("a.line");

        Assert.Equal($"dashboard/payments/{Payment(Paid).Id}?show=paid&q=041", line.GetAttribute("href"));
        Assert.Equal("page", line.GetAttribute("aria-current"));
        foreach (var words in new[] { "#1041", "Otieno Ouma", "0733 905 117", "M-PESA", "KES835", "Paid", "10m" })
        {
            Assert.Contains(words, line.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cash_is_called_cash() => Assert.Equal("Cash", Draw([Payment(Paid, PaymentProvider.Cash)]).Find(".network").TextContent);

    [Fact]
    public void Balances_say_whether_they_agree_and_what_waits()
    {
        var strip = Strip(new LedgerCheck(Noon, true), 1);

        Assert.Equal(["KES142,380.00", "KES17,890.25", "KES1,250.00"], strip.FindAll(".value").Select(value => value.TextContent));
        Assert.Contains("Agrees with the ledger, 09:00", strip.Markup, StringComparison.Ordinal);
        Assert.Equal("dashboard/payments?show=review", strip.Find(".wants a").GetAttribute("href"));
        Assert.Contains("not the sum of its entries", Strip(new LedgerCheck(Noon, false), 0).Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review", PaymentScope.InReview)]
    [InlineData("nonsense", PaymentScope.Any)]
    [InlineData(null, PaymentScope.Any)]
    public void Whatever_an_address_says_is_a_view(string? show, PaymentScope scope) => Assert.Equal(scope, PaymentView.Parse(show, "  ").Filter.Scope);

    private IRenderedComponent<BalanceStrip> Strip(LedgerCheck check, int inReview) => Render<BalanceStrip>(parameters => parameters
        .Add(view => view.Balances, [new Balance("KES", 142380, 17890.25m, 1250, 0)])
        .Add(view => view.Currency, "KES")
        .Add(view => view.Check, check)
        .Add(view => view.InReview, inReview)
        .Add(view => view.Time, Time));

    private IRenderedComponent<PaymentTable> Draw(IReadOnlyList<PaymentRow>? rows, PaymentView? view = null) => Render<PaymentTable>(parameters => parameters
        .Add(table => table.List, rows is null ? null : new PaymentList(rows, false, 0, PaymentRights.Act))
        .Add(table => table.View, view ?? PaymentView.Everything)
        .Add(table => table.Country, "KE")
        .Add(table => table.OpenId, Payment(Paid).Id)
        .Add(table => table.Time, Time));
}
