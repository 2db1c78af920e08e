using Jirani.Domain.Payments;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Npgsql;

namespace Jirani.Infrastructure.Payments;

internal static class PaymentRows
{
    /// <summary>How many columns <see cref="PaymentStatements.Columns" /> has: what follows them begins here.</summary>
    public const int Columns = FirstFact + FactColumns;

    /// <summary>How many columns <see cref="PaymentStatements.Facts" /> has.</summary>
    public const int FactColumns = 7;

    private const int FirstFact = 14;

    public static PaymentRow Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        OrderNumber = row.GetString(1),
        Customer = new CustomerName(row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4)),
        PayerPhone = row.TextOrNull(5),
        Network = row.TextOrNull(6),
        Provider = PaymentProviderText.Parse(row.GetString(7)),
        Amount = row.GetDecimal(8),
        Currency = row.GetString(9),
        Fee = row.GetDecimal(10),
        Receipt = row.TextOrNull(11),
        Reference = row.GetString(12),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(13),
        Facts = Facts(row, FirstFact),
    };

    public static PaymentFacts Facts(NpgsqlDataReader row, int first) => new()
    {
        Status = PaymentStatusText.Parse(row.GetString(first)),
        FailureReason = row.TextOrNull(first + 1),
        Resolution = row.TextOrNull(first + 2),
        Captured = row.GetFieldValue<decimal?>(first + 3),
        Refunded = row.GetDecimal(first + 4),
        Returning = row.GetDecimal(first + 5),
        PromptedAt = row.GetFieldValue<DateTimeOffset?>(first + 6),
    };
}
