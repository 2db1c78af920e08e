using Jirani.Domain;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Npgsql;

namespace Jirani.Infrastructure.Payments;

/// <summary>One payment of an order, read under the order's lock.</summary>
internal sealed record LockedPayment
{
    /// <summary>The columns that <see cref="Read"/> expects, of a payment p.</summary>
    public const string Columns = """
        p.id, p.provider, p.status, p.reference, p.flw_charge_id, p.amount, p.currency, p.superseded_at is not null, p.captured_amount,
        coalesce(p.captured_currency, p.currency), p.fee_amount, p.refunded_amount, p.settled_at is not null, p.created_at, p.captured_at,
        p.polls, p.resolution is not null, p.payer_phone, p.network, p.note, p.checkout_url, p.review_reason, p.start_due_at is not null,
        coalesce((select sum(r.amount) from payment_refunds r
            where r.store_id = p.store_id and r.transaction_id = p.id and r.status = 'pending'), 0),
        coalesce((select sum(e.amount) from ledger_transactions t
            join ledger_entries e on e.store_id = t.store_id and e.transaction_id = t.id
            join ledger_accounts a on a.store_id = e.store_id and a.id = e.account_id
            where t.store_id = p.store_id and t.payment_id = p.id and a.code = 'flutterwave_unsettled'), 0),
        array(select r.id from payment_refunds r where r.store_id = p.store_id and r.transaction_id = p.id and r.status = 'pending')
        """;

    public required Guid Id { get; init; }

    public required PaymentProvider Provider { get; init; }

    public required PaymentStatus Status { get; init; }

    public required string Reference { get; init; }

    public required string? ChargeId { get; init; }

    public required Money Amount { get; init; }

    /// <summary>Another attempt took its place; it may still succeed.</summary>
    public required bool IsSuperseded { get; init; }

    /// <summary>What came; null where nothing did.</summary>
    public required Money? Captured { get; init; }

    public required decimal Fee { get; init; }

    public required decimal Refunded { get; init; }

    public required bool IsSettled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? CapturedAt { get; init; }

    public required int Polls { get; init; }

    /// <summary>A person has decided about it.</summary>
    public required bool IsResolved { get; init; }

    public required string? PayerPhone { get; init; }

    public required string? Network { get; init; }

    public required string? Note { get; init; }

    public required string? CheckoutUrl { get; init; }

    /// <summary>Null where it is not in review.</summary>
    public required ReviewReason? Review { get; init; }

    /// <summary>The chat asked for it and nobody has begun it.</summary>
    public required bool WaitsToStart { get; init; }

    /// <summary>What is on its way back.</summary>
    public required decimal Refunding { get; init; }

    public required IReadOnlyCollection<Guid> OpenRefunds { get; init; }

    /// <summary>What the provider holds of it, by the ledger.</summary>
    public required decimal Held { get; init; }

    public bool IsLive => Status.IsOpen() && !IsSuperseded;

    /// <summary>Where this attempt is, for whoever wanted to begin one.</summary>
    public PaymentStart.UnderWay ToStart() => new(Id, Status, Next());

    public static LockedPayment Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Provider = PaymentProviderText.Parse(row.GetString(1)),
        Status = PaymentStatusText.Parse(row.GetString(2)),
        Reference = row.GetString(3),
        ChargeId = row.TextOrNull(4),
        Amount = new Money(row.GetDecimal(5), new Currency(row.GetString(6))),
        IsSuperseded = row.GetBoolean(7),
        Captured = row.IsDBNull(8) ? null : new Money(row.GetDecimal(8), new Currency(row.GetString(9))),
        Fee = row.GetDecimal(10),
        Refunded = row.GetDecimal(11),
        IsSettled = row.GetBoolean(12),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(13),
        CapturedAt = row.GetFieldValue<DateTimeOffset?>(14),
        Polls = row.GetInt16(15),
        IsResolved = row.GetBoolean(16),
        PayerPhone = row.TextOrNull(17),
        Network = row.TextOrNull(18),
        Note = row.TextOrNull(19),
        CheckoutUrl = row.TextOrNull(20),
        Review = row.TextOrNull(21) is { } reason ? ReviewReasonText.Parse(reason) : null,
        WaitsToStart = row.GetBoolean(22),
        Refunding = row.GetDecimal(23),
        Held = row.GetDecimal(24),
        OpenRefunds = row.GetFieldValue<Guid[]>(25),
    };

    private NextAction? Next() => CheckoutUrl is not null ? new NextAction.Redirect(new Uri(CheckoutUrl))
        : ChargeId is not null ? new NextAction.Prompt(Note)
        : null;
}
