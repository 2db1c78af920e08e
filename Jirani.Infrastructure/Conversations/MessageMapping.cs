using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Conversations;

internal sealed class MessageMapping : IEntityTypeConfiguration<MessageRecord>, IEntityTypeConfiguration<StatusEventRecord>
{
    public void Configure(EntityTypeBuilder<MessageRecord> builder)
    {
        builder.ToTable("messaging_log");
        builder.Property(message => message.MessagePayload).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<StatusEventRecord> builder) => builder.ToTable("message_status_events");
}
