using System.Net;
using System.Text;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.PublicPages;

public sealed class PayPageTests(ServedApp served) : IClassFixture<ServedApp>
{
    private const string Begin = """
        insert into payment_transactions (store_id, order_id, reference, amount, currency, status, provider_status, payer_phone, network, started_at, checkout_url)
        select store_id, id, 'jir' || replace(id::text, '-', ''), total_amount, currency, 'pending', 'pending', '254733905117', 'MPESA', now(), $2 from orders where id = $1
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_anything_it_shows_what_to_pay_and_one_button_and_no_full_number()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cast.Otieno, Cancel);

        var page = await ReadAsync(order.Pay);

        Assert.Contains("2 × Sugar 1 kg", page, StringComparison.Ordinal);
        Assert.Contains("The number of the chat, +254…11", page, StringComparison.Ordinal);
        Assert.Contains("""value="MPESA" checked""", page, StringComparison.Ordinal);
        Assert.Contains("<button class=\"act\">Pay KES 360</button>", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, "<button"));
        Assert.DoesNotContain("refresh", page, StringComparison.Ordinal);
        AssertNoNumber(page);
    }

    [Fact]
    public async Task While_a_prompt_is_out_it_says_what_to_do_and_follows_with_and_without_script()
    {
        var order = await BegunAsync();

        var page = await ReadAsync(order.Pay);

        Assert.Contains("Now enter your PIN on the phone", page, StringComparison.Ordinal);
        Assert.Contains("M-PESA asks for KES 360 on <b>+254…17</b>.", page, StringComparison.Ordinal);
        Assert.Contains("Send the prompt again", page, StringComparison.Ordinal);
        Assert.Contains("""<noscript><meta http-equiv="refresh" content="5"></noscript>""", page, StringComparison.Ordinal);
        Assert.Contains("data-follow", page, StringComparison.Ordinal);
        AssertNoNumber(page);
    }

    [Fact]
    public async Task Another_number_is_a_form_that_names_the_attempt_it_replaces_and_holds_still()
    {
        var order = await BegunAsync();

        var page = await ReadAsync($"{order.Pay}&another");

        var attempt = await served.App.Database.ValueAsync<Guid>(Actor.Superuser, "select id from payment_transactions where order_id = $1", Cancel, order.OrderId);
        Assert.Contains($"""name="insteadOf" value="{attempt}""", page, StringComparison.Ordinal);
        Assert.Contains("The number of the last try, +254…17", page, StringComparison.Ordinal);
        Assert.Contains("do not pay again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", page, StringComparison.Ordinal);
        AssertNoNumber(page);
    }

    [Fact]
    public async Task What_a_provider_adds_to_the_address_is_not_believed()
    {
        var order = await BegunAsync();

        var page = await ReadAsync($"{order.Pay}&status=successful&tx_ref=jir{order.OrderId:N}&transaction_id=1");

        Assert.Contains("Now enter your PIN on the phone", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Paid", page, StringComparison.Ordinal);
        Assert.Equal("pending", await StatusAsync(order));
    }

    [Theory]
    [InlineData("https://pay.test/go?a=1", true)]
    [InlineData("javascript:alert(1)", false)]
    public async Task The_providers_page_is_a_link_and_nothing_else_can_be(string checkout, bool isLink)
    {
        var order = await BegunAsync(checkout);

        var page = await ReadAsync(order.Pay);

        Assert.Equal(isLink, page.Contains($"href=\"{checkout}\"", StringComparison.Ordinal));
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_style_and_script_together_are_small_and_ask_no_other_host()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cast.Otieno, Cancel);
        var all = new StringBuilder();
        foreach (var path in new[] { order.Pay, "/css/public.css", "/js/pay.js" })
        {
            all.Append(await served.App.Client.GetStringAsync(path, Cancel));
        }

        Assert.True(Encoding.UTF8.GetByteCount(all.ToString()) < 20_000);
        Assert.DoesNotContain("://", all.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", all.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_form_can_be_told_from_another_sites_and_no_other_host_learns_the_address()
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cast.Otieno, Cancel);

        using var answer = await served.App.Client.GetAsync(order.Pay, Cancel);

        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task<PlacedOrderLink> BegunAsync(string? checkout = null)
    {
        var order = await PlacedOrderLink.PlaceAsync(served.App, Cast.Otieno, Cancel);
        await served.App.Database.ExecuteAsync(Actor.Superuser, Begin, Cancel, order.OrderId, checkout);
        return order;
    }

    private async Task<string> ReadAsync(string link) => WebUtility.HtmlDecode(await served.App.Client.GetStringAsync(link, Cancel));

    private Task<string> StatusAsync(PlacedOrderLink order) =>
        served.App.Database.ValueAsync<string>(Actor.Superuser, "select status from payment_transactions where order_id = $1", Cancel, order.OrderId);

    private static int Count(string page, string part) => page.Split(part).Length - 1;

    private static void AssertNoNumber(string page)
    {
        Assert.DoesNotContain(Cast.Otieno[3..], page, StringComparison.Ordinal);
        Assert.DoesNotContain("733905117", page, StringComparison.Ordinal);
    }
}
