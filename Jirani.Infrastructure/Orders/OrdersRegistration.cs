using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Infrastructure.Orders;

public static class OrdersRegistration
{
    /// <summary>What an owner does with orders, and what the screens read of them.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton<OwnedOrders>()
        .AddSingleton<OrderNews>()
        .AddSingleton<FulfilmentService>()
        .AddSingleton<FulfilmentRound>()
        .AddSingleton<OrderQueries>()
        .AddSingleton<PackingQueries>()
        .AddSingleton<OrderExport>();
}
