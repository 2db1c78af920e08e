namespace Jirani.Infrastructure.Payments;

/// <summary>What somebody may do with the money of a store.</summary>
public enum PaymentRights
{
    None,
    See,

    /// <summary>Give back, decide, take cash.</summary>
    Act,
}
