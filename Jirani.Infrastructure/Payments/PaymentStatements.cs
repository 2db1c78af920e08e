using System.Diagnostics;

namespace Jirani.Infrastructure.Payments;

/// <summary>
/// What stands on the screen of payments, in plain SQL for the reason that the inbox has: it is read anew with every payment that moves.
/// </summary>
internal static class PaymentStatements
{
    /// <summary>Of <c>t</c> with its order <c>o</c> and its customer <c>u</c>, as <see cref="PaymentRows.Read" /> reads them.</summary>
    public const string Columns = $"""
        t.id, o.order_number, u.name, u.username, u.phone, t.payer_phone, t.network, t.provider,
        coalesce(t.captured_amount, t.amount), coalesce(t.captured_currency, t.currency), t.fee_amount, t.flw_charge_id, t.reference, t.created_at,
        {Facts}
        """;

    /// <summary>Of <c>t</c>, as <see cref="PaymentRows.Facts" /> reads them.</summary>
    public const string Facts = """
        t.status, t.failure_reason, t.resolution, t.captured_amount, t.refunded_amount,
        (select coalesce(sum(r.amount), 0) from payment_refunds r where r.store_id = t.store_id and r.transaction_id = t.id and r.status = 'pending'),
        case when t.flw_charge_id is not null or t.checkout_url is not null then coalesce(t.started_at, t.created_at) end
        """;

    /// <summary>$1 the store.</summary>
    public const string Rights = "select $1 = any (array(select my_stores('payments.read'))), $1 = any (array(select my_stores('payments.write')))";

    /// <summary>$1 the store.</summary>
    public static readonly string InReview =
        $"select count(*)::int from (select from payment_transactions t where t.store_id = $1 and {In(PaymentScope.InReview)} limit {PaymentList.MostInReview}) few";

    /// <summary>
    /// $1 the store, $2 and $3 the time and the id of the row above where there is one, and $4 what is looked for if something is.
    /// What is not asked does not stand in the text, and the number of rows does: else the plan would be one for any case, and read all.
    /// </summary>
    public static string Rows(PaymentFilter filter, bool isBelow, int count) => $"""
        select {Columns}
        from (select t.* from payment_transactions t
              where t.store_id = $1 and {In(filter.Scope)} and {(IsSearch(filter) ? "t.id = any (array(select search_payments($1, $4)))" : "true")}
                and {(isBelow ? "t.created_at <= $2 and (t.created_at < $2 or t.id > $3)" : "true")}
              order by t.created_at desc, t.id limit {count}) t
        join orders o on o.store_id = t.store_id and o.id = t.order_id
        join customers u on u.store_id = o.store_id and u.id = o.customer_id
        order by t.created_at desc, t.id
        """;

    public static bool IsSearch(PaymentFilter filter) => !string.IsNullOrWhiteSpace(filter.Search);

    private static string In(PaymentScope scope) => scope switch
    {
        PaymentScope.Any => "true",
        PaymentScope.Paid => "t.status = 'succeeded'",
        PaymentScope.Waiting => "t.status = 'pending'",
        PaymentScope.InReview => "t.status = 'review' and t.resolution is null",
        PaymentScope.Failed => "t.status = 'failed'",
        PaymentScope.Refunded => """
            (t.refunded_amount > 0 or t.resolution = 'refunded'
             or t.id = any (array(select r.transaction_id from payment_refunds r where r.store_id = $1 and r.status = 'pending')))
            """,
        _ => throw new UnreachableException(),
    };
}
