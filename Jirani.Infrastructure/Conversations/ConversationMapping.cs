using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Conversations;

internal sealed class ConversationMapping : IEntityTypeConfiguration<ConversationRecord>, IEntityTypeConfiguration<QuickReplyRecord>
{
    public void Configure(EntityTypeBuilder<ConversationRecord> builder)
    {
        builder.ToTable("conversations");
        builder.HasOne(conversation => conversation.Customer).WithMany().HasForeignKey(conversation => conversation.CustomerId);
    }

    public void Configure(EntityTypeBuilder<QuickReplyRecord> builder) => builder.ToTable("quick_replies");
}
