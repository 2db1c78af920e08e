namespace Jirani.Infrastructure.Payments;

/// <param name="Rows">Newest first.</param>
/// <param name="HasOlder">There are more below the last.</param>
/// <param name="InReview">How many of the whole store wait for a decision; counted up to <see cref="MostInReview" />.</param>
/// <param name="Rights">Of whoever asked. Where they are none, everything else is empty.</param>
public sealed record PaymentList(IReadOnlyList<PaymentRow> Rows, bool HasOlder, int InReview, PaymentRights Rights)
{
    public const int MostInReview = 100;
}
