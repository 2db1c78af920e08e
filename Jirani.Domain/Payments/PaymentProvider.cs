namespace Jirani.Domain.Payments;

/// <summary>Who took the money.</summary>
public enum PaymentProvider
{
    Flutterwave,

    /// <summary>The shop itself, by hand.</summary>
    Cash,
}
