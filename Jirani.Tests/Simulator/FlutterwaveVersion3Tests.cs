using System.Net;
using System.Net.Http.Headers;
using Jirani.Web.Simulator.Flutterwave;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveVersion3Tests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_leads_to_a_page_whose_answer_is_told_and_verified()
    {
        await using var money = await StartAsync();
        var link = await LinkAsync(money);
        var unknown = await money.GetAsync("v3/transactions/verify_by_reference?tx_ref=jir-v3-1", Cancelled);

        using var answered = await money.Http.PostAsync(new Uri(link.AbsolutePath + "/Approve", UriKind.Relative), null, Cancelled);
        var told = await money.Receiver.NextPaymentAsync(Cancelled);
        var found = await money.GetAsync("v3/transactions/verify_by_reference?tx_ref=jir-v3-1", Cancelled);
        var id = found.GetProperty("data").GetProperty("id").GetInt64();

        Assert.Equal("error", unknown.GetProperty("status").GetString());
        Assert.Equal(link.AbsolutePath, answered.Headers.Location?.ToString());
        Assert.Equal((WebhookReceiver.Secret, "charge.completed", "successful"), (told.Hash, told.Json.GetProperty("event").GetString(), told.Status));
        Assert.Equal("successful", (await money.GetAsync($"v3/transactions/{id}/verify", Cancelled)).GetProperty("data").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_page_asks_and_once_answered_leads_back_to_the_shop()
    {
        await using var money = await StartAsync();
        var link = await LinkAsync(money);
        var line = money.Services.GetRequiredService<MoneyLine>();

        var asked = line.FindHosted(link.Segments[^1]);
        using var answered = await money.Http.PostAsync(new Uri(link.AbsolutePath + "/Cancel", UriKind.Relative), null, Cancelled);
        var ended = line.FindHosted(link.Segments[^1]);

        Assert.Equal(("Pay KES 430?", null), (asked?.Question, asked?.Ended));
        Assert.Equal("Cancelled", ended?.Ended);
        Assert.Equal($"https://njeri.shop/back?order=1&status=failed&tx_ref=jir-v3-1&transaction_id={link.Segments[^1]}", ended?.BackTo);
    }

    [Fact]
    public async Task The_same_reference_leads_to_the_same_page()
    {
        await using var money = await StartAsync();

        Assert.Equal(await LinkAsync(money), await LinkAsync(money));
    }

    [Fact]
    public async Task A_refund_without_an_amount_gives_all_back_once()
    {
        await using var money = await StartAsync();
        var link = await LinkAsync(money);
        using var answered = await money.Http.PostAsync(new Uri(link.AbsolutePath + "/Approve", UriKind.Relative), null, Cancelled);
        var path = $"v3/transactions/{link.Segments[^1]}/refund";

        using var first = await money.PostAsync(path, new { }, Cancelled);
        using var second = await money.PostAsync(path, new { }, Cancelled);

        Assert.Equal(430, (await MoneyHost.ReadAsync(first, Cancelled)).GetProperty("data").GetProperty("amount_refunded").GetDecimal());
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
    }

    [Fact]
    public async Task Another_key_opens_nothing()
    {
        await using var money = await StartAsync();
        money.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");

        using var answer = await money.PostAsync("v3/payments", Payment, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static object Payment => new
    {
        tx_ref = "jir-v3-1",
        amount = 430,
        currency = "KES",
        redirect_url = "https://njeri.shop/back?order=1",
        customer = new { email = "otieno@shop.example", name = "Otieno", phonenumber = "254733905117" },
    };

    private static async Task<MoneyHost> StartAsync()
    {
        var money = await MoneyHost.StartAsync(Cancelled, ("Flutterwave:SignatureMode", "VerifHash"));
        money.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "simulator-client-secret");
        return money;
    }

    private static async Task<Uri> LinkAsync(MoneyHost money)
    {
        using var answer = await money.PostAsync("v3/payments", Payment, Cancelled);
        var body = await MoneyHost.ReadAsync(answer, Cancelled);
        return new Uri(body.GetProperty("data").GetProperty("link").GetString()!);
    }
}
