namespace Jirani.Domain.Payments;

/// <summary>A mobile-money wallet as a payer knows it.</summary>
/// <param name="Code">As Flutterwave names it, in capitals: <c>MPESA</c>.</param>
/// <param name="Name">As people name it: M-PESA. At most 20 characters, so that it fits a button.</param>
public sealed record MobileNetwork(string Code, string Name);
