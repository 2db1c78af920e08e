using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Infrastructure.Payments;

/// <summary>What became of the wish to pay.</summary>
public abstract record PaymentStart
{
    private PaymentStart()
    {
    }

    /// <summary>An attempt is under way: this one, or one that was before.</summary>
    /// <param name="TransactionId">Of the attempt.</param>
    /// <param name="Status">Failed where the provider said no at once.</param>
    /// <param name="Next">What the payer has to do; null while that is not known.</param>
    public sealed record UnderWay(Guid TransactionId, PaymentStatus Status, NextAction? Next) : PaymentStart;

    /// <summary>Something is missing or wrong in what the payer said. Nothing was begun.</summary>
    /// <param name="Field"><c>phone</c>, <c>network</c> or <c>email</c>.</param>
    /// <param name="Sentence">What is wrong and what to do.</param>
    public sealed record Wrong(string Field, string Sentence) : PaymentStart;

    /// <summary>The order is paid, cancelled, expired or costs nothing. Nothing was begun.</summary>
    public sealed record NotPayable(string Sentence) : PaymentStart;

    public sealed record NoSuchOrder : PaymentStart;
}
