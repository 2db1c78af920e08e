using Jirani.Domain.Orders;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Payments;
using Npgsql;

namespace Jirani.Infrastructure.Orders;

internal static class OrderRows
{
    /// <summary>How many columns <see cref="OrderStatements.Columns" /> has: what follows them begins here.</summary>
    public const int Columns = FirstOfPayment + FirstFact + PaymentRows.FactColumns;

    private const int FirstOfPayment = 12;

    private const int FirstFact = 7;

    public static OrderRow Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Number = row.GetString(1),
        Customer = new CustomerName(row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4)),
        Status = OrderStatusText.Parse(row.GetString(5)),
        Total = row.GetDecimal(6),
        Currency = row.GetString(7),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(8),
        FirstItem = row.TextOrNull(9) ?? "",
        FirstQuantity = row.GetFieldValue<decimal?>(10) ?? 0,
        Lines = row.GetInt32(11),
        Payment = row.IsDBNull(FirstOfPayment) ? null : Payment(row, FirstOfPayment),
    };

    public static OrderPayment Payment(NpgsqlDataReader row, int first) => new(
        row.GetGuid(first),
        PaymentProviderText.Parse(row.GetString(first + 1)),
        row.TextOrNull(first + 2),
        row.TextOrNull(first + 3),
        row.TextOrNull(first + 4),
        row.GetFieldValue<DateTimeOffset>(first + 5),
        row.GetFieldValue<DateTimeOffset?>(first + 6),
        PaymentRows.Facts(row, first + FirstFact));
}
