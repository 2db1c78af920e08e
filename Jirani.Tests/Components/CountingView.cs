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

    /// <summary>Ends a read that began; null ends each at once.</summary>
    public Func<Task>? Reading { get; set; }

    public int Running { get; private set; }

    public int MostAtOnce { get; private set; }

    public Task ReadAgainAsync() => InvokeAsync(RefreshAsync);

    protected override async Task OnInitializedAsync()
    {
        Watch(StoreId);
        await RefreshAsync();
    }

    protected override bool Concerns(StoreChange change) => change.Kind == ChangeKind.Conversation;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        Reads++;
        MostAtOnce = Math.Max(MostAtOnce, ++Running);
        WhileReading?.Invoke();
        await (Reading?.Invoke() ?? Task.CompletedTask);
        Running--;
    }
}
