using System.Globalization;

namespace Jirani.Domain;

public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>The most that a <c>numeric(14,2)</c> column holds.</summary>
    public const decimal Largest = 999_999_999_999.99m;

    /// <summary>Code before the figure, cents only where there are some: <c>KES 1,250</c>, <c>KES 1,250.50</c>.</summary>
    public override string ToString() =>
        $"{Currency.Code} {Amount.ToString(decimal.IsInteger(Amount) ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture)}";
}
