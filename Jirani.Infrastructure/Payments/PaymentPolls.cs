using Jirani.Infrastructure.Database;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>Asks about the payments that nobody told us about.</summary>
public sealed class PaymentPolls(ServiceDatabase database, PaymentSettlement settlement, EachAlone each)
{
    private const int MostAtOnce = 16;

    /// <summary>Taken for a minute, longer than a call takes.</summary>
    private const string Claim = """
        with due as (
            select id from payment_transactions where poll_at <= clock_timestamp() order by poll_at limit $1 for update skip locked)
        update payment_transactions p set poll_at = clock_timestamp() + interval '1 minute'
        from due where p.id = due.id
        returning p.id
        """;

    /// <returns>How many were asked about.</returns>
    internal async Task<int> AskDueAsync(CancellationToken cancellationToken)
    {
        var due = new List<Guid>();
        await using (var command = database.Command(Claim, Value(MostAtOnce)))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.EachAsync(row => due.Add(row.GetGuid(0)), cancellationToken);
        }

        await each.RunAsync(due, MostAtOnce, (paymentId, cancellation) => settlement.AskAsync(paymentId, "poll", cancellation), cancellationToken);
        return due.Count;
    }
}
