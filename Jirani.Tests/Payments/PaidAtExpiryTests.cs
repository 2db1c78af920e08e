using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Payments;

public sealed class PaidAtExpiryTests(PostgresFixture postgres)
{
    private const int Orders = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_that_runs_out_while_its_late_money_comes_is_paid_or_its_money_waits()
    {
        var provider = new PlayedProvider(seed: 1) { IsReliable = true };
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, new JiraniAppSetup { Gateway = provider });
        var owner = await app.Database.ValueAsync<Guid>(Actor.Superuser, "select user_id from store_settings where store_slug = $1", Cancel, Cast.MamaNjeri.Slug);
        foreach (var order in await UnpaidOrders.AddAsync(app.Database, Orders, Cancel))
        {
            var payment = await GiveUpAsync(app, owner, order);
            provider.Find(payment)!.Succeed();
            await app.Database.ExecuteAsync(Actor.Superuser, "update orders set created_at = now() - interval '2 days', expires_at = now() where id = $1", Cancel, order);

            await Task.WhenAll(
                app.Services.GetRequiredService<OrderExpiryService>().ExpireDueAsync(Cancel),
                app.Services.GetRequiredService<PaymentAskService>().AskAsync(owner, payment, Cancel));
        }

        var ends = await app.Database.ListAsync<string>(Actor.Superuser, """
            select distinct p.status || ' ' || o.status from payment_transactions p join orders o on o.id = p.order_id
            """, Cancel);
        Assert.Subset(new HashSet<string> { "succeeded processing", "review expired" }, ends.ToHashSet());
    }

    /// <summary>An attempt that nobody answered for a day, so that it holds up no expiry any more.</summary>
    private static async Task<Guid> GiveUpAsync(JiraniApp app, Guid owner, Guid order)
    {
        var begun = await app.Services.GetRequiredService<PaymentService>().StartAsync(order, new PayerChoice { Phone = "0722418093", Network = "MPESA" }, Cancel);
        var payment = Assert.IsType<PaymentStart.UnderWay>(begun).TransactionId;
        await app.Database.ExecuteAsync(Actor.Superuser, "update payment_transactions set created_at = created_at - interval '25 hours' where id = $1", Cancel, payment);
        await app.Services.GetRequiredService<PaymentAskService>().AskAsync(owner, payment, Cancel);
        return payment;
    }
}
