namespace Jirani.Infrastructure.Orders;

/// <summary>What somebody may do with the orders of a store.</summary>
public enum OrderRights
{
    None,
    See,

    /// <summary>Send out, hand over, cancel.</summary>
    Act,
}
