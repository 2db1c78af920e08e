using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Customers;

internal sealed class CustomerMapping : IEntityTypeConfiguration<CustomerRecord>, IEntityTypeConfiguration<NoteRecord>
{
    public void Configure(EntityTypeBuilder<CustomerRecord> builder) => builder.ToTable("customers");

    public void Configure(EntityTypeBuilder<NoteRecord> builder) => builder.ToTable("customer_notes");
}
