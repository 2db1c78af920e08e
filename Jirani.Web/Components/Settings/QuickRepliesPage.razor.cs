using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Live;
using Jirani.Web.Components.Layout;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Settings;

/// <summary>What the shop says often.</summary>
public sealed partial class QuickRepliesPage(QuickReplyService replies, ActiveStore stores, CurrentOwner owner)
{
    private IReadOnlyList<QuickReply>? _replies;
    private QuickReply? _deleted;
    private string _code = "";
    private string _text = "";
    private string? _fault;

    [SupplyParameterFromQuery(Name = "store")]
    public string? StoreSlug { get; set; }

    protected override Task OnParametersSetAsync() => RefreshAsync();

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Store;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var ownerId = await owner.IdAsync();
        await stores.LoadAsync(StoreSlug, cancellationToken);
        if (stores.Current is { } store)
        {
            Watch(store.Id);
            _replies = await replies.ListAsync(ownerId, store.Id, cancellationToken);
        }
    }

    private void Edit(QuickReply reply) => (_code, _text, _fault) = (reply.Code, reply.Text, null);

    private async Task SaveAsync()
    {
        if (await KeepAsync(new QuickReply(_code.Trim().TrimStart('/').ToLowerInvariant(), _text)) is null)
        {
            (_code, _text, _deleted) = ("", "", null);
        }
    }

    private async Task DeleteAsync(QuickReply reply)
    {
        var isDeleted = stores.Current is { } store && await replies.DeleteAsync(await owner.IdAsync(), store.Id, reply.Code, Gone);
        _deleted = isDeleted ? reply : null;
        _fault = isDeleted ? null : "Only owners and managers change quick replies.";
        await RefreshAsync();
    }

    private async Task UndoAsync()
    {
        if (_deleted is { } deleted && await KeepAsync(deleted) is null)
        {
            _deleted = null;
        }
    }

    private async Task<string?> KeepAsync(QuickReply reply)
    {
        if (stores.Current is { } store)
        {
            _fault = await replies.SaveAsync(await owner.IdAsync(), store.Id, reply, Gone);
            await RefreshAsync();
        }

        return _fault;
    }
}
