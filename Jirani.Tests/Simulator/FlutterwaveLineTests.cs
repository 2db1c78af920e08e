using Jirani.Web.Simulator.Flutterwave;
using Jirani.Web.Simulator.Phone;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Simulator;

public sealed class FlutterwaveLineTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prompt_rings_on_its_payers_phone_and_nowhere_else()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (line, people) = (money.Services.GetRequiredService<MoneyLine>(), money.Services.GetRequiredService<PhoneBook>().All);
        var changes = 0;
        line.Watch(() => changes++);

        await money.ChargedAsync(Cancelled);

        var prompt = Assert.Single(line.PromptsBefore(people[0]));
        Assert.Equal("Pay KES 430 to Mama Njeri for order #1043?", prompt.Question);
        Assert.Empty(line.PromptsBefore(people[1]));
        Assert.Equal((1, "254733905117"), (changes, Assert.Single(line.Ringing)));
    }

    [Fact]
    public async Task A_prompt_on_a_phone_that_no_customer_has_is_seen_by_everybody()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (line, people) = (money.Services.GetRequiredService<MoneyLine>(), money.Services.GetRequiredService<PhoneBook>().All);
        var body = money.Charge();
        body["payment_method_id"] = await money.WalletAsync("254", "AIRTEL", "711000222", Cancelled);
        body["meta"] = new { };

        using var answer = await money.ChargeAsync(body, Cancelled);

        Assert.All(people, customer => Assert.Equal("Pay KES 430?", Assert.Single(line.PromptsBefore(customer)).Question));
    }

    [Fact]
    public async Task An_answered_prompt_is_gone_and_the_shop_is_told()
    {
        await using var money = await MoneyHost.StartAsync(Cancelled);
        var (line, otieno) = (money.Services.GetRequiredService<MoneyLine>(), money.Services.GetRequiredService<PhoneBook>().All[0]);
        await money.ChargedAsync(Cancelled);

        line.Decide(line.PromptsBefore(otieno)[0], PromptDecision.NoMoney);

        Assert.Empty(line.PromptsBefore(otieno));
        Assert.Equal("failed", (await money.Receiver.NextPaymentAsync(Cancelled)).Status);
    }
}
