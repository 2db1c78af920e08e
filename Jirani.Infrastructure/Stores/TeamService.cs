using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Jirani.Domain.Stores;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Identity;
using Jirani.Infrastructure.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Stores;

/// <summary>Who works in a store: seen under the caller's own login, changed only by its owner.</summary>
public sealed class TeamService(OwnerDatabase owners, ServiceDatabase database, UserManager<User> users, LiveUpdates live, TimeProvider clock)
{
    private const int TokenBytes = 32;

    private const string Invite = "insert into store_invitations (store_id, role, token_digest, created_by) values ($1, $2, $3, $4)";

    private const string Revoke = """
        update store_invitations set revoked_at = now() where store_id = $1 and id = $2 and accepted_at is null and revoked_at is null
        """;

    private const string Give = "update store_members set role = $3 where store_id = $1 and user_id = $2 and role <> 'owner'";

    private const string Remove = "delete from store_members where store_id = $1 and user_id = $2 and role <> 'owner'";

    private const string Open = """
        select s.name, s.store_slug, i.role from store_invitations i join store_settings s on s.id = i.store_id
        where i.token_digest = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
        """;

    /// <summary>One statement, so that of two presses one is the first. Who is in the team already keeps their role.</summary>
    private const string Accept = """
        with taken as (
            update store_invitations set accepted_at = now(), accepted_by = $2
            where token_digest = $1 and accepted_at is null and revoked_at is null and expires_at > now()
            returning store_id, role),
        joined as (
            insert into store_members (store_id, user_id, role) select store_id, $2, role from taken
            on conflict (store_id, user_id) do nothing)
        select store_id from taken
        """;

    /// <summary>Null where the store is none of the caller's.</summary>
    public async Task<TeamView?> ReadAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (mayWrite, members, invitations) = await owners.AsOwnerAsync(ownerId, async (db, cancellation) => (
            await MayWriteAsync(db, storeId, cancellation),
            await db.Set<MemberRecord>().Where(member => member.StoreId == storeId).OrderBy(member => member.CreatedAt).ToListAsync(cancellation),
            await db.Set<InvitationRecord>()
                .Where(row => row.StoreId == storeId && row.AcceptedAt == null && row.RevokedAt == null && row.ExpiresAt > now)
                .OrderBy(row => row.ExpiresAt).ToListAsync(cancellation)), cancellationToken);
        if (members.Count == 0)
        {
            return null;
        }

        var people = new List<TeamMember>();
        foreach (var member in members)
        {
            var email = (await users.FindByIdAsync(member.UserId.ToString()))?.Email;
            people.Add(new TeamMember(member.UserId, email, StoreRoles.Parse(member.Role), member.CreatedAt, member.UserId == ownerId));
        }

        return new TeamView(mayWrite, people, [.. invitations.Select(row => new TeamInvitation(row.Id, StoreRoles.Parse(row.Role), row.ExpiresAt))]);
    }

    /// <returns>The token of the link, shown this once; null where the caller may not invite, or not to this role.</returns>
    public async Task<string?> InviteAsync(Guid ownerId, Guid storeId, StoreRole role, CancellationToken cancellationToken)
    {
        if (!role.CanBeGiven() || !await MayWriteAsync(ownerId, storeId, cancellationToken))
        {
            return null;
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await ExecuteAsync(storeId, Invite, [Value(storeId), Value(role.ToText()), Value(Digest(token)), Value(ownerId)], cancellationToken);
        return token;
    }

    public Task<bool> RevokeAsync(Guid ownerId, Guid storeId, Guid invitationId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, storeId, Revoke, [Value(storeId), Value(invitationId)], cancellationToken);

    /// <summary>Never the owner's.</summary>
    public async Task<bool> GiveAsync(Guid ownerId, Guid storeId, Guid userId, StoreRole role, CancellationToken cancellationToken) =>
        role.CanBeGiven() && await ChangeAsync(ownerId, storeId, Give, [Value(storeId), Value(userId), Value(role.ToText())], cancellationToken);

    /// <summary>Never the owner. What the person has open shows nothing of the store with its next read.</summary>
    public Task<bool> RemoveAsync(Guid ownerId, Guid storeId, Guid userId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, storeId, Remove, [Value(storeId), Value(userId)], cancellationToken);

    /// <summary>Null for a link that is used, taken back, too old or made up: they are not to be told apart.</summary>
    public async Task<OpenInvitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Open, Value(Digest(token)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new OpenInvitation(reader.GetString(0), reader.GetString(1), StoreRoles.Parse(reader.GetString(2)))
            : null;
    }

    /// <returns>False where somebody was faster, or the link is none any more.</returns>
    public async Task<bool> AcceptAsync(Guid userId, string token, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Accept, Value(Digest(token)), Value(userId));
        if (await command.ExecuteScalarAsync(cancellationToken) is not Guid storeId)
        {
            return false;
        }

        live.Publish([new StoreChange(storeId, ChangeKind.Store, storeId)]);
        return true;
    }

    private static Task<bool> MayWriteAsync(JiraniDbContext db, Guid storeId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""select {storeId} = any (array(select my_stores('team.write'))) as "Value" """).SingleAsync(cancellationToken);

    private Task<bool> MayWriteAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken) =>
        owners.AsOwnerAsync(ownerId, (db, cancellation) => MayWriteAsync(db, storeId, cancellation), cancellationToken);

    private async Task<bool> ChangeAsync(Guid ownerId, Guid storeId, string statement, NpgsqlParameter[] values, CancellationToken cancellationToken) =>
        await MayWriteAsync(ownerId, storeId, cancellationToken) && await ExecuteAsync(storeId, statement, values, cancellationToken);

    private async Task<bool> ExecuteAsync(Guid storeId, string statement, NpgsqlParameter[] values, CancellationToken cancellationToken)
    {
        await using var command = database.Command(statement, values);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return false;
        }

        live.Publish([new StoreChange(storeId, ChangeKind.Store, storeId)]);
        return true;
    }

    private static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
