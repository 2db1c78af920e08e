using System.Security.Cryptography;
using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>The sender's side of the log: what waits, what is claimed, and which channel it goes through.</summary>
public sealed class SendingLog(ServiceDatabase database, ChannelSecrets secrets, LiveUpdates live)
{
    private const string UnreadableToken = "The access token can no longer be read. Enter it again in the settings.";
    private const string WindowClosed = "Not sent. More than 24 hours since the customer wrote; they have to write first.";

    internal async Task<List<Guid>> StoresWithWorkAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command(SendingStatements.StoresWithWork);
        return await ReadAllAsync(command, row => row.GetGuid(0), cancellationToken);
    }

    /// <summary>Null where the store cannot send: no proved number, no token, something to mend first, or a pause that Meta asked for.</summary>
    /// <exception cref="CryptographicException">The token can no longer be opened. The owner is asked for it, so that this is said once.</exception>
    internal async Task<SendingChannel?> ChannelAsync(Guid storeId, CancellationToken cancellationToken)
    {
        await using var command = database.Command(SendingStatements.Channel, Value(storeId));
        var found = await ReadAllAsync(
            command, row => (Id: row.GetGuid(0), Number: row.GetString(1), Token: row.TextOrNull(2)), cancellationToken);
        if (found is not [var channel])
        {
            return null;
        }

        try
        {
            return secrets.AccessToken(storeId, channel.Token) is { } token
                ? new SendingChannel(channel.Id, storeId, channel.Number, token, channel.Token)
                : null;
        }
        catch (CryptographicException)
        {
            await AskForTokenAsync(storeId, channel.Id, channel.Token, cancellationToken);
            throw;
        }
    }

    /// <summary>The key ring that wrote the token is gone, as after a backup without it.</summary>
    private async Task AskForTokenAsync(Guid storeId, Guid channelId, string? protectedToken, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            SendingStatements.ChannelNeedsAttention, Value(channelId), Value(UnreadableToken), Value(protectedToken));
        await command.ExecuteNonQueryAsync(cancellationToken);
        live.Publish([new StoreChange(storeId, ChangeKind.Channel, channelId)]);
    }

    /// <param name="storeId">The store that sends.</param>
    /// <param name="after">The customer the last walk ended at; empty begins anew.</param>
    /// <param name="most">How many customers are looked at.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The candidates, and the database's time for judging limits.</returns>
    internal async Task<(List<SendCandidate> Candidates, DateTimeOffset Now)> CandidatesAsync(
        Guid storeId, Guid after, int most, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.MinValue;
        await using var command = database.Command(SendingStatements.Candidates, Value(storeId), Value(after), Value(most));
        var candidates = await ReadAllAsync(command, Read, cancellationToken);
        return (candidates, now);

        SendCandidate Read(NpgsqlDataReader row)
        {
            now = row.GetFieldValue<DateTimeOffset>(4);
            return new SendCandidate(row.GetInt64(0), row.GetGuid(1), row.GetBoolean(2), row.GetFieldValue<DateTimeOffset[]>(3));
        }
    }

    internal async Task PostponeAsync(IReadOnlyList<(long Id, DateTimeOffset DueAt)> later, CancellationToken cancellationToken)
    {
        if (later.Count > 0)
        {
            await using var command = database.Command(
                SendingStatements.Postpone, Column(later, row => row.Id), Column(later, row => row.DueAt));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Commits the start of each message that consent and window still allow, and fails the others, in one round trip.</summary>
    internal async Task<List<OutgoingMessage>> ClaimAsync(
        Guid storeId, IReadOnlyList<SendCandidate> chosen, CancellationToken cancellationToken)
    {
        var claimed = new List<OutgoingMessage>();
        var refused = new List<StoreChange>();
        var ids = chosen.Select(candidate => candidate.Id).ToArray();
        await using var batch = database.Source.CreateBatch();
        batch.Add(SendingStatements.LockConsent, Value(storeId), Column(chosen, candidate => candidate.CustomerId));
        batch.Add(SendingStatements.Claim, Value(storeId), Value(ids), Value(ServiceWindow.Margin));
        batch.Add(SendingStatements.Refuse, Value(storeId), Value(ids), Value(ServiceWindow.Margin), Value(WindowClosed));
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.EachAsync(_ => { }, cancellationToken);
            await reader.EachAsync(row => claimed.Add(OutgoingMessage.Read(row)), cancellationToken);
            await reader.EachAsync(row => refused.Add(new StoreChange(storeId, ChangeKind.Conversation, row.GetGuid(0))), cancellationToken);
        }

        live.Publish(refused);
        return claimed;
    }

    private static async Task<List<T>> ReadAllAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
