using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Carts;

internal sealed class CartMapping : IEntityTypeConfiguration<CartRecord>, IEntityTypeConfiguration<CartLineRecord>
{
    public void Configure(EntityTypeBuilder<CartRecord> builder) => builder.ToTable("cart_sessions");

    public void Configure(EntityTypeBuilder<CartLineRecord> builder)
    {
        builder.ToTable("cart_items");
        builder.HasKey(line => new { line.CartId, line.ProductId });
        builder.HasOne(line => line.Product).WithMany().HasForeignKey(line => line.ProductId);
    }
}
