using System.Security.Cryptography;
using Jirani.Domain;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.WhatsApp;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Stores;

/// <summary>What an owner does about their channel. Null means that the store is none of those whose channel they may change.</summary>
public sealed class ChannelService(
    OwnerDatabase owners, ServiceDatabase database, ChannelConnection connection, ChannelSecrets secrets, GraphClient graph, LiveUpdates live)
{
    private const string Stored = """
        select s.store_slug, ch.id, ch.wa_phone_number_id, ch.access_token_protected
        from store_settings s left join business_channel_settings ch on ch.store_id = s.id and ch.channel_type = 'whatsapp'
        where s.id = $1
        """;

    private const string KeepVerifyToken = """
        insert into business_channel_settings (store_id, webhook_verify_token) values ($1, $2)
        on conflict (store_id, channel_type) do update set webhook_verify_token = excluded.webhook_verify_token
        """;

    private const string KeepTokenProof = """
        insert into channel_proofs (store_id, token_checked_at, token_fault, token_expires_at) values ($1, now(), $2, $3)
        on conflict (store_id) do update
        set token_checked_at = excluded.token_checked_at, token_fault = excluded.token_fault, token_expires_at = excluded.token_expires_at
        """;

    /// <param name="ownerId">Who connects.</param>
    /// <param name="storeId">Which store.</param>
    /// <param name="phoneNumberId">Meta's id of the number.</param>
    /// <param name="number">As customers see it.</param>
    /// <param name="credentials">An empty access token keeps the one there is.</param>
    /// <param name="cancellationToken">Stops it, with nothing changed.</param>
    public async Task<ChannelConnectionOutcome?> ConnectAsync(
        Guid ownerId, Guid storeId, string phoneNumberId, PhoneNumber number, ChannelCredentials credentials, CancellationToken cancellationToken)
    {
        if (await FindAsync(ownerId, storeId, cancellationToken) is not { } channel)
        {
            return null;
        }

        // Never the token that all stores share: it sees other shops' numbers, and would prove them for whoever asks.
        var token = credentials.AccessToken.Length > 0 ? credentials.AccessToken : channel.ProtectedToken is null ? "" : Token(channel) ?? "";
        var outcome = await connection.ConnectAsync(
            channel.Slug, phoneNumberId, number,
            new ChannelCredentials { AccessToken = token, AppSecret = credentials.AppSecret, VerifyToken = credentials.VerifyToken }, cancellationToken);
        if (outcome is ChannelConnectionOutcome.Connected)
        {
            await KeepProofAsync(channel.StoreId, await graph.TokenProofAsync(token, cancellationToken), cancellationToken);
            Publish(channel);
        }

        return outcome;
    }

    /// <summary>Asks Meta about number and token as they are stored, and remembers what it says.</summary>
    /// <returns>What is wrong, in words; empty where nothing is.</returns>
    public async Task<string?> TestAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken)
    {
        if (await FindAsync(ownerId, storeId, cancellationToken) is not { } channel)
        {
            return null;
        }

        if (channel.PhoneNumberId is null || Token(channel) is not { } token)
        {
            return "Enter the number and its token first.";
        }

        var fault = await KeepProofAsync(storeId, await graph.TokenProofAsync(token, cancellationToken), cancellationToken);
        Publish(channel);
        return fault ?? await graph.PhoneNumberExistsAsync(channel.PhoneNumberId, token, cancellationToken) switch
        {
            PhoneNumberProof.Denied denied => $"Meta does not show this number to the token: {denied.Details}. Check the number id, and that the system user may use the number.",
            PhoneNumberProof.Unreachable unreachable => $"Meta cannot be reached ({unreachable.Reason}). Try again in a moment.",
            _ => "",
        };
    }

    /// <summary>Made here, kept as a digest, and shown this once; Meta must be given it anew.</summary>
    public async Task<string?> NewVerifyTokenAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken)
    {
        if (await FindAsync(ownerId, storeId, cancellationToken) is not { } channel)
        {
            return null;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await using var command = database.Command(KeepVerifyToken, Value(storeId), Value(token));
        await command.ExecuteNonQueryAsync(cancellationToken);
        Publish(channel);
        return token;
    }

    /// <summary>Has Meta send what happens on the business account here.</summary>
    /// <returns>What Meta said against it; empty where it agreed.</returns>
    public async Task<string?> SubscribeAsync(Guid ownerId, Guid storeId, string businessAccountId, CancellationToken cancellationToken) =>
        await FindAsync(ownerId, storeId, cancellationToken) is { } channel
            ? await graph.SubscribeAsync(businessAccountId.Trim(), Token(channel) ?? "", cancellationToken) ?? ""
            : null;

    private async Task<StoredChannel?> FindAsync(Guid ownerId, Guid storeId, CancellationToken cancellationToken)
    {
        if (!await owners.AsOwnerAsync(ownerId, (db, cancellation) => ChannelQueries.MayWriteAsync(db, storeId, cancellation), cancellationToken))
        {
            return null;
        }

        await using var command = database.Command(Stored, Value(storeId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new StoredChannel(storeId, reader.GetString(0), reader.GetFieldValue<Guid?>(1), reader.TextOrNull(2), reader.TextOrNull(3))
            : null;
    }

    private string? Token(StoredChannel channel)
    {
        try
        {
            return secrets.AccessToken(channel.StoreId, channel.ProtectedToken);
        }
        catch (CryptographicException)
        {
            return null;   // the key ring that wrote it is gone: its owner enters it again
        }
    }

    private async Task<string?> KeepProofAsync(Guid storeId, TokenProof proof, CancellationToken cancellationToken)
    {
        var fault = proof is TokenProof.Invalid invalid ? $"Meta does not accept the token: {invalid.Details}. Make a new one for a system user and enter it." : null;
        await using var command = database.Command(KeepTokenProof, Value(storeId), Value(fault), Value((proof as TokenProof.Valid)?.Until));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return fault;
    }

    private void Publish(StoredChannel channel) =>
        live.Publish([new StoreChange(channel.StoreId, ChangeKind.Channel, channel.Id ?? channel.StoreId)]);

    private sealed record StoredChannel(Guid StoreId, string Slug, Guid? Id, string? PhoneNumberId, string? ProtectedToken);
}
