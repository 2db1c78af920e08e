using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jirani.Infrastructure.Stores;

internal sealed class StoreMapping :
    IEntityTypeConfiguration<StoreRecord>, IEntityTypeConfiguration<ChannelRecord>, IEntityTypeConfiguration<ChannelProofRecord>,
    IEntityTypeConfiguration<MemberRecord>, IEntityTypeConfiguration<InvitationRecord>
{
    public void Configure(EntityTypeBuilder<StoreRecord> builder) => builder.ToTable("store_settings");

    public void Configure(EntityTypeBuilder<ChannelRecord> builder) => builder.ToTable("business_channel_settings");

    public void Configure(EntityTypeBuilder<ChannelProofRecord> builder)
    {
        builder.ToTable("channel_proofs");
        builder.HasKey(proof => proof.StoreId);
    }

    public void Configure(EntityTypeBuilder<MemberRecord> builder)
    {
        builder.ToTable("store_members");
        builder.HasKey(member => new { member.StoreId, member.UserId });
    }

    public void Configure(EntityTypeBuilder<InvitationRecord> builder) => builder.ToTable("store_invitations");
}
