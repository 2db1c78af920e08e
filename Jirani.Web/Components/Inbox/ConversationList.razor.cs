using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace Jirani.Web.Components.Inbox;

/// <summary>Who waits, then everyone else; only what is in sight is drawn, however long the list is.</summary>
public sealed partial class ConversationList
{
    private Virtualize<ConversationRow>? _virtualize;
    private int _shownVersion;

    /// <summary>How many stand below those who wait, as far as is known; null while nothing is read yet.</summary>
    [Parameter, EditorRequired]
    public required int? Total { get; set; }

    /// <summary>Finds a stretch of the list: its first place and how many.</summary>
    [Parameter, EditorRequired]
    public required Func<int, int, Task<IReadOnlyList<ConversationRow>>> Find { get; set; }

    /// <summary>Grows with every read: the rows in sight are asked for again.</summary>
    [Parameter, EditorRequired]
    public required int Version { get; set; }

    /// <summary>Those who need a person, above the others.</summary>
    [Parameter]
    public IReadOnlyList<ConversationRow> Waiting { get; set; } = [];

    [Parameter]
    public InboxView View { get; set; } = InboxView.Everything;

    [Parameter]
    public Guid? OpenId { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    /// <summary>What to do first, where nobody wrote yet.</summary>
    [Parameter]
    public RenderFragment? Welcome { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_virtualize is not null && Version != _shownVersion)
        {
            await _virtualize.RefreshDataAsync();
        }

        _shownVersion = Version;
    }

    private InboxLine Line(ConversationRow row, bool isGrouped = false) => new(row, View, row.Id == OpenId, isGrouped, Time);

    private async ValueTask<ItemsProviderResult<ConversationRow>> ProvideAsync(ItemsProviderRequest asked)
    {
        var rows = await Find(asked.StartIndex, asked.Count);
        return new ItemsProviderResult<ConversationRow>(rows, Total ?? 0);
    }
}
