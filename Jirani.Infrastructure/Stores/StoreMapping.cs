using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Stores;

internal sealed class StoreMapping : IEntityTypeConfiguration<StoreRecord>
{
    public void Configure(EntityTypeBuilder<StoreRecord> builder) => builder.ToTable("store_settings");
}
