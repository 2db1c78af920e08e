using System.Diagnostics;
using System.Security.Cryptography;
using Jirani.Domain;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Identity;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Stores;

/// <summary>Connects a store to its WhatsApp number, once Meta has shown that number to the store's own token.</summary>
public sealed class ChannelConnection(ServiceDatabase database, ChannelSecrets secrets, GraphClient graph, KeyRing keyRing)
{
    private const string FindStore = """
        select s.id, ch.webhook_verify_token is not null
        from store_settings s left join business_channel_settings ch on ch.store_id = s.id and ch.channel_type = 'whatsapp'
        where s.store_slug = $1
        """;

    private const string Keep = """
        insert into business_channel_settings
            (store_id, channel_identifier, wa_phone_number_id, access_token_protected, app_secret_protected, webhook_verify_token)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (store_id, channel_type) do update
        set channel_identifier = excluded.channel_identifier,
            wa_phone_number_id = excluded.wa_phone_number_id,
            access_token_protected = excluded.access_token_protected,
            app_secret_protected = coalesce(excluded.app_secret_protected, business_channel_settings.app_secret_protected),
            webhook_verify_token = coalesce(excluded.webhook_verify_token, business_channel_settings.webhook_verify_token)
        """;

    /// <summary>Apart from the statement above, because a changed number loses its proof there.</summary>
    private const string MarkProved = """
        update business_channel_settings set verified_at = now(), is_active = true
        where store_id = $1 and channel_type = 'whatsapp'
        returning app_secret_protected is not null
        """;

    /// <param name="slug">The store.</param>
    /// <param name="phoneNumberId">Meta's id of the number.</param>
    /// <param name="number">The number as customers see it; Meta must know the id by the same.</param>
    /// <param name="credentials">Stored only where Meta shows the number to the token among them.</param>
    /// <param name="cancellationToken">Stops it, with nothing changed.</param>
    public async Task<ChannelConnectionOutcome> ConnectAsync(
        string slug, string phoneNumberId, PhoneNumber number, ChannelCredentials credentials, CancellationToken cancellationToken)
    {
        if (credentials.Fault() is { } fault)
        {
            return new ChannelConnectionOutcome.UnusableCredentials(fault);
        }

        if (await FindAsync(slug, cancellationToken) is not var (storeId, hasVerifyToken))
        {
            return new ChannelConnectionOutcome.NoSuchStore();
        }

        if (keyRing.Fault() is { } locked)
        {
            return new ChannelConnectionOutcome.KeyRingLocked(locked);
        }

        return await graph.PhoneNumberExistsAsync(phoneNumberId, credentials.AccessToken, cancellationToken) switch
        {
            PhoneNumberProof.Proved { DisplayPhoneNumber: { } display } when Digits(display) != number.Digits => new ChannelConnectionOutcome.OtherNumber(display),
            PhoneNumberProof.Proved proved => await SaveAsync(
                new Channel(storeId, phoneNumberId, number.Digits, credentials, credentials.VerifyToken ?? (hasVerifyToken ? null : NewVerifyToken())),
                proved.VerifiedName, cancellationToken),
            PhoneNumberProof.Denied denied => new ChannelConnectionOutcome.NotProved(denied),
            PhoneNumberProof.Unreachable unreachable => new ChannelConnectionOutcome.Unreachable(unreachable.Reason),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<(Guid StoreId, bool HasVerifyToken)?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var command = database.Command(FindStore, Value(slug));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.GetBoolean(1)) : null;
    }

    private async Task<ChannelConnectionOutcome> SaveAsync(Channel channel, string? verifiedName, CancellationToken cancellationToken)
    {
        // A batch without a transaction of its own is one: where the second statement is refused, the first never was.
        await using var batch = database.Source.CreateBatch();
        batch.Add(Keep, Value(channel.StoreId), Value(channel.Number), Value(channel.PhoneNumberId),
            Value(secrets.ProtectAccessToken(channel.StoreId, channel.Credentials.AccessToken.Trim())), Value(ProtectedAppSecret(channel)), Value(channel.VerifyToken));
        batch.Add(MarkProved, Value(channel.StoreId));
        try
        {
            var hasOwnApp = await batch.ExecuteScalarAsync(cancellationToken) is true;
            return new ChannelConnectionOutcome.Connected(channel.VerifyToken, hasOwnApp, verifiedName);
        }
        catch (PostgresException taken) when (taken.ConstraintName == "business_channel_settings_number_is_proved_once")
        {
            return new ChannelConnectionOutcome.NumberOfAnotherStore();
        }
    }

    private string? ProtectedAppSecret(Channel channel) =>
        channel.Credentials.AppSecret is { } secret ? secrets.ProtectAppSecret(channel.StoreId, secret.Trim()) : null;

    /// <summary>Meta writes the number as people do, with spaces and hyphens.</summary>
    private static string Digits(string display) => string.Concat(display.Where(char.IsAsciiDigit));

    private static string NewVerifyToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed record Channel(Guid StoreId, string PhoneNumberId, string Number, ChannelCredentials Credentials, string? VerifyToken);
}
