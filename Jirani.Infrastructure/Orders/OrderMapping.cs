using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Orders;

internal sealed class OrderMapping :
    IEntityTypeConfiguration<OrderRecord>, IEntityTypeConfiguration<OrderLineRecord>, IEntityTypeConfiguration<DeliveryRecord>
{
    public void Configure(EntityTypeBuilder<OrderRecord> builder)
    {
        builder.ToTable("orders");
        builder.HasOne(order => order.Store).WithMany().HasForeignKey(order => order.StoreId);
    }

    public void Configure(EntityTypeBuilder<OrderLineRecord> builder) => builder.ToTable("order_items");

    public void Configure(EntityTypeBuilder<DeliveryRecord> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(delivery => delivery.OrderId);
    }
}
