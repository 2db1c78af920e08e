namespace Jirani.Web.Components.Orders;

/// <summary>What somebody is about to do with an order and is asked about once more.</summary>
public enum OrderDeed
{
    None,
    Ship,
    ChangeDelivery,
    TakeCash,
    Cancel,
}
