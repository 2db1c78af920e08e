namespace Jirani.Infrastructure.Payments;

/// <summary>What somebody who wants to pay says; as it came, nothing of it checked.</summary>
public sealed record PayerChoice
{
    /// <summary>However it is written; null or blank for the number of the chat.</summary>
    public string? Phone { get; init; }

    /// <summary>Flutterwave's code; null when not chosen.</summary>
    public string? Network { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>The attempt that this one shall replace; null begins one only where none is under way.</summary>
    public Guid? InsteadOf { get; init; }
}
