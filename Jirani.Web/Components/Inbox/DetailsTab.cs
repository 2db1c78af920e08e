namespace Jirani.Web.Components.Inbox;

public enum DetailsTab
{
    Customer,
    Cart,
    Orders,
    Notes,
}
