using Jirani.Domain;
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
        for (var step = random.Next(2, 7); step > 0; step--)
        {
            try
            {
                await StepAsync(cancellationToken);
            }
            catch (Exception error) when (error is CallerDiedException or NpgsqlException)
            {
                // The process died, or its connection was cut: the next step is that of another.
            }
        }
    }

    private Task StepAsync(CancellationToken cancellationToken) => random.Next(16) switch
    {
        0 or 1 or 2 => PayAsync(cancellationToken),
        3 or 4 => DecideAsync(charge => charge.Succeed(), cancellationToken),
        5 => DecideAsync(charge => charge.Fail("55"), cancellationToken),
        6 => DecideAsync(charge => charge.Succeed(charge.Report() is { } now ? new Money(now.Amount!.Value - 1, Given.Shillings) : null), cancellationToken),
        7 => DecideAsync(charge => charge.Succeed(new Money(charge.Report().Amount!.Value, new Currency("UGX"))), cancellationToken),
        8 or 9 => TellAsync(random.Next(1, 4), cancellationToken),
        10 => SqlAsync("update orders set expires_at = now() - interval '1 minute' where id = $1", cancellationToken),
        11 => Service<CashService>().PayAsync(_owner, _order, cancellationToken),
        12 => RefundAsync(cancellationToken),
        13 => ReviewAsync(cancellationToken),
        14 => SqlAsync("update payment_transactions set created_at = created_at - interval '25 hours', poll_at = now() where order_id = $1 and poll_at is not null", cancellationToken),
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
            if (random.Next(2) == 0)
            {
                await charge.TellAsync(app, cancellationToken);
            }
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
            await (random.Next(2) == 0
                ? Service<ReviewService>().ReopenAsync(_owner, payment, cancellationToken)
                : Service<ReviewService>().GiveBackAsync(_owner, payment, cancellationToken));
        }
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
