namespace Jirani.Domain.Payments;

/// <summary>What a payment is called at the provider: <c>jir</c> and the 32 hex digits of its id.</summary>
public static class PaymentReference
{
    private const string Mark = "jir";

    public static string Of(Guid paymentId) => $"{Mark}{paymentId:N}";

    /// <summary>True for what an installation of Jirani would call a payment.</summary>
    public static bool IsOurs(string reference) =>
        reference.StartsWith(Mark, StringComparison.Ordinal) && Guid.TryParseExact(reference[Mark.Length..], "N", out _);
}
