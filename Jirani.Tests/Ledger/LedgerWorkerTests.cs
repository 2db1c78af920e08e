using System.Diagnostics.Metrics;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Ledger;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Payments;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jirani.Tests.Ledger;

public sealed class LedgerWorkerTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddStoreAsync(Database, Cast.MamaNjeri, Cancel);
        await PaymentRecords.AddAsync(Database, Cast.MamaNjeri, Cancel);
    }

    [Fact]
    public async Task Balances_that_are_the_sum_of_their_entries_are_no_news() => Assert.Equal(0, await CheckAsync());

    [Fact]
    public async Task A_balance_that_is_wrong_is_told_by_the_metric()
    {
        await Database.ExecuteAsync(Actor.Superuser, "update store_balances set amount = amount + 1 where amount > 1000", Cancel);
        var told = await CheckAsync();
        await Database.ExecuteAsync(Actor.Superuser, "update store_balances set amount = amount - 1 where amount > 1000", Cancel);

        Assert.InRange(told, 1, int.MaxValue);
    }

    [Fact]
    public async Task Entries_without_a_balance_are_told_by_the_metric()
    {
        var accounts = await Database.ValueAsync<long>(Actor.Superuser, "select count(*) from store_balances where amount <> 0", Cancel);
        await Database.ExecuteAsync(Actor.Superuser, "alter table store_balances rename to hidden; create table store_balances (like hidden); grant select on store_balances to service_role", Cancel);
        var told = await CheckAsync();
        await Database.ExecuteAsync(Actor.Superuser, "drop table store_balances; alter table hidden rename to store_balances", Cancel);

        Assert.Equal(accounts, told);
    }

    /// <returns>What the gauge says after one check.</returns>
    private async Task<int> CheckAsync()
    {
        await using var service = ServiceDatabase.Create(Database.ConnectionString(Login.Service));
        await using var metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var listener = new MeterListener();
        var told = -1;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "jirani.ledger.differences" && instrument.Meter.Scope == metrics.GetRequiredService<IMeterFactory>())
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => told = value);
        listener.Start();
        var telemetry = new PaymentTelemetry(metrics.GetRequiredService<IMeterFactory>());
        using var worker = new LedgerWorker(service, telemetry, TimeProvider.System, NullLogger<LedgerWorker>.Instance);
        Assert.Equal(await worker.CheckAsync(Cancel), told);
        return told;
    }
}
