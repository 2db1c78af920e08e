using System.Net;
using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Tests.Support;
using Jirani.Web.Storefront;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jirani.Tests.PublicPages;

public sealed class PayWordsTests
{
    private const string NothingTaken = "No money was taken.";

    [Theory]
    [InlineData("wrong_pin", "Not paid: the PIN was wrong")]
    [InlineData("no_money", "Not paid: there was not enough money")]
    [InlineData("cancelled", "Not paid: it was cancelled on the phone")]
    [InlineData("voided", "Not paid: it was taken back")]
    [InlineData("code 51", "(code 51)")]
    public async Task A_failure_is_said_in_words_and_what_to_do_stands_below(string reason, string words)
    {
        var page = await PageAsync(OrderStatus.Pending, Given.Attempt(PaymentStatus.Failed, "failed") with { FailureReason = reason });

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(NothingTaken, page, StringComparison.Ordinal);
        Assert.Contains("Try again with +254…17", page, StringComparison.Ordinal);
        Assert.Contains("Another number or network", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_provider_refused_to_begin_is_said_in_its_own_sentence()
    {
        var page = await PageAsync(
            OrderStatus.Pending, Given.Attempt(PaymentStatus.Failed, null) with { FailureReason = "refused", Note = "Choose another <network>." });

        Assert.Contains("Choose another <network>. No money was taken.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_no_proof_that_no_money_was_taken()
    {
        var silent = await PageAsync(OrderStatus.Pending, Given.Attempt(PaymentStatus.Failed) with { FailureReason = "no_answer" });
        var unknown = await PageAsync(OrderStatus.Pending, Given.Attempt(at: Given.Noon.AddMinutes(-30)));

        Assert.Contains("it is not lost", silent, StringComparison.Ordinal);
        Assert.Contains("Not known yet", unknown, StringComparison.Ordinal);
        Assert.Contains("do not pay again", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain(NothingTaken, silent + unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paid_order_shows_its_receipt_and_where_to_follow_it()
    {
        var page = await PageAsync(OrderStatus.Processing, Given.Attempt(PaymentStatus.Succeeded, "succeeded"));

        Assert.Contains("<dd>KES 430</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>M-PESA</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>+254…17</dd>", page, StringComparison.Ordinal);
        Assert.Contains("Follow the delivery", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderStatus.Pending, 0, "Nothing to pay")]
    [InlineData(OrderStatus.Cancelled, 430, "This order is cancelled")]
    [InlineData(OrderStatus.Expired, 430, "This order has run out")]
    [InlineData(OrderStatus.Refunded, 430, "Money returned")]
    public async Task An_order_that_cannot_be_paid_says_why_and_has_no_form(OrderStatus status, int total, string words)
    {
        var page = await PageAsync(OrderOfLink.Of(total, status), []);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_in_review_is_not_lost()
    {
        var page = await PageAsync(OrderStatus.Pending, Given.Attempt(PaymentStatus.Review, "succeeded"));

        Assert.Contains("Nothing is lost", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NothingTaken, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_without_a_number_types_one_and_chooses_a_network()
    {
        var page = await PageAsync(OrderOfLink.Of(session: "wa:KE.1020304050607080"), []);

        Assert.Contains("""type="hidden" name="payer" value="other""", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("number of the chat", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_mobile_money_is_taken_the_chat_is_named_instead()
    {
        var page = await PageAsync(OrderOfLink.Of() with { Country = "ET" }, []);

        Assert.Contains("Ask in the chat how to pay", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_provider_asks_the_payer_the_form_is_its_button()
    {
        var page = await PageAsync(OrderOfLink.Of() with { Country = "ET" }, [], asksThePayer: true);

        Assert.Contains("Pay KES 430", page, StringComparison.Ordinal);
        Assert.DoesNotContain("fieldset", page, StringComparison.Ordinal);
    }

    private static Task<string> PageAsync(OrderStatus status, params PayAttempt[] attempts) => PageAsync(OrderOfLink.Of(status: status), attempts);

    private static async Task<string> PageAsync(Infrastructure.Orders.PublicOrder order, PayAttempt[] attempts, bool asksThePayer = false)
    {
        var view = PayView.Of(order.Status, order.Total.Amount, attempts, Given.Noon);
        var visit = new PayVisit { Order = order, View = view, Now = Given.Noon, AsksThePayer = asksThePayer, Fields = PayFields.Proposed(order, view) };
        await using var services = new ServiceCollection().AddSingleton<AntiforgeryStateProvider, NoAntiforgery>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return WebUtility.HtmlDecode(await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<PayPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Visit"] = visit }))).ToHtmlString()));
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
