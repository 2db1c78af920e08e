using System.Text;
using Jirani.Infrastructure.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>What proves that a webhook comes from Meta, for the common address and for a store with its own Meta app.</summary>
public sealed class ChannelSecrets(ServiceDatabase database, IDataProtectionProvider protection, IOptions<WhatsAppOptions> options)
{
    private const string AppSecretPurpose = "channel app secret";
    private const string AccessTokenPurpose = "channel access token";

    private const string OwnSecret = """
        select s.id, ch.app_secret_protected
        from store_settings s left join business_channel_settings ch on ch.store_id = s.id and ch.channel_type = 'whatsapp'
        where s.store_slug = $1
        """;

    /// <summary>The digest decides, so that the time it takes says nothing about the token.</summary>
    private const string Handshake = """
        with met as (
            select s.id from business_channel_settings ch join store_settings s on s.id = ch.store_id
            where ch.webhook_verify_token = 'sha256:' || encode(sha256(convert_to($1, 'UTF8')), 'hex') and ($2 is null or s.store_slug = $2)),
        remembered as (
            insert into channel_proofs (store_id, last_handshake_at) select id, now() from met
            on conflict (store_id) do update set last_handshake_at = excluded.last_handshake_at)
        select exists (select from met)
        """;

    /// <summary>The secrets of the app that all stores without an own one share: the current, and the previous while it is replaced.</summary>
    public IReadOnlyList<byte[]> Common { get; } =
        [.. new[] { options.Value.AppSecret, options.Value.PreviousAppSecret }.Where(secret => !string.IsNullOrEmpty(secret)).Select(secret => Encoding.UTF8.GetBytes(secret!))];

    /// <summary>The store behind an address of its own, with its secrets; null where no store has that name.</summary>
    public async Task<(Guid StoreId, IReadOnlyList<byte[]> Secrets)?> OfStoreAsync(string slug, CancellationToken cancellationToken)
    {
        await using var command = database.Command(OwnSecret, Value(slug));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var storeId = reader.GetGuid(0);
        return (storeId, reader.IsDBNull(1) ? Common : [Encoding.UTF8.GetBytes(Protector(storeId, AppSecretPurpose).Unprotect(reader.GetString(1)))]);
    }

    /// <param name="verifyToken">As Meta brings it.</param>
    /// <param name="slug">The store whose address was called; null for the common address, where any store's token will do.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<bool> IsVerifyTokenAsync(string verifyToken, string? slug, CancellationToken cancellationToken)
    {
        if (verifyToken.Length is 0 or > 512 || verifyToken.Contains('\0'))
        {
            return false;
        }

        await using var command = database.Command(Handshake, Value(verifyToken), Value(slug));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Bound to the store: a ciphertext copied into another store's row opens nothing.</summary>
    public string ProtectAppSecret(Guid storeId, string secret) => Protector(storeId, AppSecretPurpose).Protect(secret);

    public string ProtectAccessToken(Guid storeId, string token) => Protector(storeId, AccessTokenPurpose).Protect(token);

    /// <returns>The store's own token, else the one all stores share; null where there is neither.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key ring that wrote it is gone: the owner must enter it again.</exception>
    public string? AccessToken(Guid storeId, string? accessTokenProtected) => accessTokenProtected is null
        ? string.IsNullOrEmpty(options.Value.AccessToken) ? null : options.Value.AccessToken
        : Protector(storeId, AccessTokenPurpose).Unprotect(accessTokenProtected);

    private IDataProtector Protector(Guid storeId, string purpose) => protection.CreateProtector(purpose, storeId.ToString());
}
