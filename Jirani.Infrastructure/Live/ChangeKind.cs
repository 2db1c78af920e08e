namespace Jirani.Infrastructure.Live;

public enum ChangeKind
{
    Conversation,
    Cart,
    Order,
    Product,
    Customer,
    Channel,
    Store,
    Payment,
}
