using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Answering;

public sealed class DeadlockTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_checkout_that_loses_a_deadlock_is_run_again_and_nobody_sees_it()
    {
        var phone = NewPhone();
        var products = await ListAsync<Guid>("select id from products where sku in ('SUGAR-1KG', 'TEA-250G') order by id");
        await AskAsync(phone, "ADD SUGAR-1KG");
        await AskAsync(phone, "ADD TEA-250G");

        await using (var rival = await Database.BeginAsync(Actor.Superuser, Cancel))
        {
            await rival.ExecuteAsync("select from products where id = $1 for update", Cancel, products[1]);
            await App.SendTextAsync(Store, phone, "CHECKOUT", Cancel);
            await WaitUntil.TrueAsync("the checkout holds the first product and waits for the second", () => ValueAsync<bool>("""
                select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%from products%')
                """), Cancel);
            await rival.ExecuteAsync("select from products where id = $1 for update", Cancel, products[0]);
            await rival.CommitAsync(Cancel);
        }

        await SettledAsync();

        Assert.Equal(1, await ValueAsync<long>("select count(*) from orders where customer_phone = $1", phone));
        Assert.Single(await RepliesAsync(phone), reply => reply.StartsWith("Order #", StringComparison.Ordinal));
        Assert.Equal(1, await ValueAsync<long>("select deadlocks from pg_stat_database where datname = current_database()"));
    }
}
