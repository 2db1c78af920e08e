using Jirani.Infrastructure.Live;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

/// <summary>A live screen that only counts how often it read.</summary>
public sealed class CountingView : LiveView
{
    public static Guid StoreId { get; } = Support.Given.Id("store");

    public int Reads { get; private set; }

    /// <summary>Called inside a read, before it ends.</summary>
    public Action? WhileReading { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Watch(StoreId);
        await RefreshAsync();
    }

    protected override bool Concerns(StoreChange change) => change.Kind == ChangeKind.Conversation;

    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        Reads++;
        WhileReading?.Invoke();
        return Task.CompletedTask;
    }
}
