using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Consent;

internal sealed class ConsentMapping : IEntityTypeConfiguration<ConsentRecord>, IEntityTypeConfiguration<ConsentEventRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> builder) => builder.ToTable("customer_channel_opt_in");

    public void Configure(EntityTypeBuilder<ConsentEventRecord> builder) => builder.ToTable("consent_events");
}
