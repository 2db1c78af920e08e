using System.Globalization;

namespace Jirani.Web.Components.Payments;

/// <summary>What somebody enters to give money back.</summary>
public sealed class RefundForm
{
    /// <summary>As it is typed.</summary>
    public string Amount { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Null where it is no plain number.</summary>
    public decimal? Value =>
        decimal.TryParse(Amount.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
}
