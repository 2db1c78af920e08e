using Jirani.Domain;
using Jirani.Domain.Payments;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>One attempt to be paid.</summary>
public sealed record ChargeRequest
{
    /// <summary>Of the payment: the idempotency and trace keys of every step follow from it.</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>Unique for ever: <c>jir</c> and 32 hex digits.</summary>
    public required string Reference { get; init; }

    public required Money Amount { get; init; }

    public required Guid CustomerId { get; init; }

    public required string OrderNumber { get; init; }

    public required string StoreName { get; init; }

    /// <summary>Null where the provider's own page asks for it.</summary>
    public PayerNumber? Payer { get; init; }

    /// <summary>Flutterwave's code in capitals; null where the provider's own page asks for it.</summary>
    public string? Network { get; init; }

    /// <summary>Null when the customer gave none: then a stable address of our own stands for them.</summary>
    public string? Email { get; init; }

    /// <summary>As the customer is called; may be anything.</summary>
    public string? PayerName { get; init; }

    /// <summary>Where the provider sends the payer back to: the pay page.</summary>
    public required Uri ReturnTo { get; init; }
}
