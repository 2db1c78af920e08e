using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Consent;

internal sealed class ConsentMapping : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> builder) => builder.ToTable("customer_channel_opt_in");
}
