using Jirani.Domain;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Jirani.Tests.Payments;

/// <summary>What happens to one order: steps drawn by chance, among them those that nobody wishes for.</summary>
internal sealed class PaymentHistory(JiraniApp app, PlayedProvider provider, (Guid OrderId, Guid OwnerId) ids, Random random)
{
    private readonly Guid _owner = ids.OwnerId;
    private readonly Guid _order = ids.OrderId;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await TryAsync(PayAsync, cancellationToken);
        for (var step = random.Next(1, 6); step > 0; step--)
        {
            await TryAsync(StepAsync, cancellationToken);
        }
    }

    private static async Task TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
        }
        catch (Exception error) when (error is CallerDiedException or NpgsqlException)
        {
            // The process died, or its connection was cut: the next step is that of another.
        }
    }

    private Task StepAsync(CancellationToken cancellationToken) => random.Next(16) switch
    {
        0 or 1 => PayAsync(cancellationToken),
        2 or 3 => DecideAsync(charge => charge.Succeed(), cancellationToken),
        4 => PayLateAsync(cancellationToken),
        5 => DecideAsync(charge => charge.Fail("55"), cancellationToken),
        6 => DecideAsync(charge => charge.Succeed(charge.Report() is { } now ? new Money(now.Amount!.Value - 1, Given.Shillings) : null), cancellationToken),
        7 => DecideAsync(charge => charge.Succeed(new Money(charge.Report().Amount!.Value, new Currency("UGX"))), cancellationToken),
        8 => TellAsync(random.Next(1, 4), cancellationToken),
        9 => ExpireAsync(cancellationToken),
        10 => Service<CashService>().PayAsync(_owner, _order, cancellationToken),
        11 or 12 => RefundAsync(cancellationToken),
        13 => ReviewAsync(cancellationToken),
        14 => PassADayAsync(cancellationToken),
        _ => DisturbAsync(cancellationToken),
    };

    private async Task PayAsync(CancellationToken cancellationToken)
    {
        var live = random.Next(2) == 0 ? null : await IdAsync("status = 'pending' and superseded_at is null", cancellationToken);
        var choice = new PayerChoice { Phone = "0722418093", Network = random.Next(2) == 0 ? "MPESA" : "AIRTEL", InsteadOf = live };
        await Task.WhenAll(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Service<PaymentService>().StartAsync(_order, choice, cancellationToken)));
    }

    private async Task DecideAsync(Action<PlayedCharge> decide, CancellationToken cancellationToken)
    {
        if (await ChargeAsync(cancellationToken) is { } charge)
        {
            decide(charge);
            await (random.Next(3) switch
            {
                0 => charge.TellAsync(app, cancellationToken),
                1 => Service<PaymentAskService>().AskAsync(_owner, charge.PaymentId, cancellationToken),
                _ => Task.CompletedTask,
            });
        }
    }

    /// <summary>The provider tells, several times, in other deliveries, of whatever charge of this order.</summary>
    private async Task TellAsync(int times, CancellationToken cancellationToken)
    {
        if (await ChargeAsync(cancellationToken) is { } charge)
        {
            charge.IsSettled |= random.Next(3) == 0;
            await Task.WhenAll(Enumerable.Range(0, times).Select(_ => charge.TellAsync(app, cancellationToken)));
        }
    }

    private async Task RefundAsync(CancellationToken cancellationToken)
    {
        if (await IdAsync("status = 'succeeded'", cancellationToken) is { } payment)
        {
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
                Service<RefundService>().RefundAsync(_owner, payment, random.Next(2) == 0 ? 430 : 100, null, cancellationToken)));
        }
    }

    private async Task ReviewAsync(CancellationToken cancellationToken)
    {
        if (await IdAsync("status = 'review'", cancellationToken) is { } payment)
        {
            if (await Service<ReviewService>().ReopenAsync(_owner, payment, cancellationToken) is not null)
            {
                await Service<ReviewService>().GiveBackAsync(_owner, payment, cancellationToken);
            }
        }
    }

    /// <summary>Nobody answered for a day: what is asked about now is given up, and the order with it.</summary>
    private async Task PassADayAsync(CancellationToken cancellationToken)
    {
        await SqlAsync("update payment_transactions set created_at = created_at - interval '25 hours' where order_id = $1", cancellationToken);
        while (await IdAsync("status = 'pending' and polls < 3", cancellationToken) is { } payment)
        {
            await Service<PaymentAskService>().AskAsync(_owner, payment, cancellationToken);
        }

        await ExpireAsync(cancellationToken);
    }

    /// <summary>Money comes when nobody waited for it any more, and a person looks at it.</summary>
    private async Task PayLateAsync(CancellationToken cancellationToken)
    {
        await PassADayAsync(cancellationToken);
        await DecideAsync(charge => charge.Succeed(), cancellationToken);
        await ReviewAsync(cancellationToken);
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        await SqlAsync("update orders set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = $1", cancellationToken);
        await Service<OrderExpiryService>().ExpireDueAsync(cancellationToken);
    }

    /// <summary>Cuts the app's connections wherever they are, or makes everything due at once.</summary>
    private Task<int> DisturbAsync(CancellationToken cancellationToken) => random.Next(12) == 0
        ? SqlAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'jirani service' and $1::uuid is not null", cancellationToken)
        : SqlAsync("update payment_transactions set poll_at = now() where order_id = $1 and poll_at is not null", cancellationToken);

    private async Task<PlayedCharge?> ChargeAsync(CancellationToken cancellationToken)
    {
        var payments = await app.Database.ListAsync<Guid>(
            Actor.Superuser, "select id from payment_transactions where order_id = $1 and provider = 'flutterwave' order by created_at, id", cancellationToken, _order);
        return payments.Count == 0 ? null : provider.Find(payments[random.Next(payments.Count)]);
    }

    private async Task<Guid?> IdAsync(string where, CancellationToken cancellationToken)
    {
        var found = await app.Database.ListAsync<Guid>(
            Actor.Superuser, $"select id from payment_transactions where order_id = $1 and {where} limit 1", cancellationToken, _order);
        return found.Count == 0 ? null : found[0];
    }

    private Task<int> SqlAsync(string statement, CancellationToken cancellationToken) =>
        app.Database.ExecuteAsync(Actor.Superuser, statement, cancellationToken, _order);

    private T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();
}
