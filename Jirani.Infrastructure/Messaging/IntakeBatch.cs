using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.WhatsApp;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Messaging;

/// <summary>One batch of intake as statements, and what their answers mean.</summary>
internal sealed class IntakeBatch
{
    private readonly KnownIdentities _people = new();
    private readonly List<IncomingRow> _rows = [];
    private readonly List<IntakeItem> _statuses = [];
    private readonly List<WebhookItem.Unusable> _unusable = [];
    private readonly List<IntakeItem> _routed = [];

    public IntakeBatch(IEnumerable<IntakeItem> items)
    {
        foreach (var item in items)
        {
            Sort(item);
        }

        _routed.AddRange([.. _rows.Select(row => row.From), .. _statuses]);
    }

    public void Fill(NpgsqlBatch batch)
    {
        if (_rows.Count > 0)
        {
            AddWelcome(batch);
            AddLogRows(batch);
        }

        if (_statuses.Count > 0)
        {
            AddStatuses(batch);
        }

        if (_unusable.Count > 0)
        {
            AddQuarantine(batch, _unusable);
        }

        if (_routed.Count > 0)
        {
            batch.Add(IntakeStatements.Unrouted, Column(_routed, item => item.Item.PhoneNumberId), Column(_routed, item => item.StoreId));
        }
    }

    /// <summary>Takes one row of any of the statements; its first column says which.</summary>
    public void Take(NpgsqlDataReader reader, HashSet<ConversationKey> keys, HashSet<StoreChange> changes, List<WebhookItem.Unusable> unrouted)
    {
        if (reader.GetString(0) == "unrouted")
        {
            var item = _routed[(int)reader.GetInt64(1) - 1].Item;
            unrouted.Add(item.SetAside($"unknown_number:{item.PhoneNumberId}"));
            return;
        }

        var storeId = reader.GetGuid(1);
        if (reader.GetString(0) == "kept")
        {
            keys.Add(new ConversationKey(storeId, reader.GetGuid(2)));   // shown a moment later, with its answer
            return;
        }

        changes.Add(new StoreChange(storeId, ChangeKind.Conversation, reader.GetGuid(3)));
    }

    public static void AddQuarantine(NpgsqlBatch batch, IReadOnlyList<WebhookItem.Unusable> items) =>
        batch.Add(IntakeStatements.Quarantine, Column(items, item => item.Reason), Column(items, item => item.Body));

    private void Sort(IntakeItem item)
    {
        switch (item.Item)
        {
            case WebhookItem.Message message:
                _rows.Add(new IncomingRow(item, message.Sender, _people.Of(item, message.Sender), IsEcho: false));
                break;
            case WebhookItem.Echo echo:
                _rows.Add(new IncomingRow(item, echo.Recipient, _people.Of(item, echo.Recipient), IsEcho: true));
                break;
            case WebhookItem.Status:
                _statuses.Add(item);
                break;
            default:
                _unusable.Add(item.Item.SetAside("unusable"));
                break;
        }
    }

    private void AddWelcome(NpgsqlBatch batch) => batch.Add(
        IntakeStatements.Welcome,
        Column(_people.All, person => person.Number),
        Column(_people.All, person => person.StoreId),
        Column(_people.All, person => person.Phone),
        Column(_people.All, person => person.UserId),
        Column(_people.All, person => person.Name),
        Column(_people.All, person => person.Username));

    private void AddLogRows(NpgsqlBatch batch) => batch.Add(
        IntakeStatements.Keep,
        Column(_rows, row => row.Number),
        Column(_rows, row => row.From.StoreId),
        Column(_rows, row => row.Known.Phone),
        Column(_rows, row => row.Known.UserId),
        Column(_rows, row => row.Said.Phone),
        Column(_rows, row => row.Said.UserId),
        Column(_rows, row => row.IsEcho),
        Column(_rows, row => row.IsConversational),
        Column(_rows, row => row.MessageId),
        Column(_rows, row => row.Payload),
        Column(_rows, row => row.SentAt));

    private void AddStatuses(NpgsqlBatch batch)
    {
        var said = _statuses.ConvertAll(item => (WebhookItem.Status)item.Item);
        batch.Add(
            IntakeStatements.MoveStatuses,
            Column(_statuses, item => item.Item.PhoneNumberId),
            Column(_statuses, item => item.StoreId),
            Column(said, status => status.WhatsAppMessageId),
            Column(said, status => status.LogId),
            Column(said, status => status.Reached.ToText()),
            Column(said, status => status.OccurredAt),
            Column(said, status => status.ErrorCode),
            Column(said, status => status.ErrorText));
        AddOptOuts(batch, _statuses.FindAll(item => item.Item is WebhookItem.Status { ErrorCode: SendFailures.CustomerStopped }));
    }

    private static void AddOptOuts(NpgsqlBatch batch, List<IntakeItem> stopped)
    {
        if (stopped.Count > 0)
        {
            batch.Add(
                IntakeStatements.OptOut,
                Column(stopped, item => item.Item.PhoneNumberId),
                Column(stopped, item => item.StoreId),
                Column(stopped, item => ((WebhookItem.Status)item.Item).WhatsAppMessageId));
        }
    }
}
