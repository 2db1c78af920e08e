using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Conversations;

internal sealed class ConversationMapping : IEntityTypeConfiguration<ConversationRecord>
{
    public void Configure(EntityTypeBuilder<ConversationRecord> builder)
    {
        builder.ToTable("conversations");
        builder.HasOne(conversation => conversation.Customer).WithMany().HasForeignKey(conversation => conversation.CustomerId);
    }
}
