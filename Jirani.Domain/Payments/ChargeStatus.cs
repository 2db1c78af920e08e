namespace Jirani.Domain.Payments;

/// <summary>Where a charge is, as the provider says.</summary>
public enum ChargeStatus
{
    Pending,
    Succeeded,
    Failed,

    /// <summary>Taken back before it moved money.</summary>
    Voided,

    /// <summary>A word we do not know: neither success nor failure, so it stays pending and is looked at by a person.</summary>
    Unknown,
}
