using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Payments;

/// <summary>One payment, followed to its end.</summary>
public sealed partial class PaymentPane(
    PaymentQueries payments, PaymentAskService asking, RefundService refunds, ReviewService reviews, ActiveStore stores, CurrentOwner owner)
{
    private PaymentStory? _story;
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string _country = "";
    private string? _told;
    private string? _fault;
    private bool _isBusy;
    private bool _isMissing;
    private Guid? _asked;

    [Parameter, EditorRequired]
    public required Guid PaymentId { get; set; }

    /// <summary>Where the list is, as it was.</summary>
    [Parameter, EditorRequired]
    public required string Close { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (_asked != PaymentId)
        {
            (_asked, _story, _told, _fault, _isMissing) = (PaymentId, null, null, null, false);
            await RefreshAsync();
        }
    }

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Payment || (change.Kind is ChangeKind.Order && change.Id == _story?.OrderId);

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (asked, ownerId) = (PaymentId, await owner.IdAsync());
        await stores.LoadAsync(null, cancellationToken);
        var story = await payments.StoryAsync(ownerId, asked, cancellationToken);
        if (story is not null && Watch(story.StoreId))
        {
            await stores.FollowAsync(story.StoreId, cancellationToken);
            story = await payments.StoryAsync(ownerId, asked, cancellationToken);
        }

        if (asked == PaymentId)
        {
            (_story, _isMissing) = (story, story is null);
            (_time, _country) = (new ShopTime(Clock.GetUtcNow(), stores.Zone), stores.Current?.Country ?? "");
        }
    }

    private Task AskAsync() => DoAsync(ownerId => asking.AskAsync(ownerId, PaymentId, Gone), "Flutterwave was asked. What it says stands under What happened.");

    private Task RefundAsync((decimal Amount, string? Reason) refund) =>
        DoAsync(ownerId => refunds.RefundAsync(ownerId, PaymentId, refund.Amount, refund.Reason, Gone), null);

    private Task DecideAsync(ReviewChoice choice)
    {
        if (choice is ReviewChoice.Later)
        {
            Navigation.NavigateTo(Close);
            return Task.CompletedTask;
        }

        return choice is ReviewChoice.Reopen
            ? DoAsync(ownerId => reviews.ReopenAsync(ownerId, PaymentId, Gone), "The order is paid and waits to be packed.")
            : DoAsync(ownerId => reviews.GiveBackAsync(ownerId, PaymentId, Gone), null);
    }

    /// <summary>One deed at a time: each of them moves money, and a double press is none.</summary>
    private async Task DoAsync(Func<Guid, Task<string?>> deed, string? praise)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _told, _fault) = (true, null, null);
        try
        {
            _fault = await deed(await owner.IdAsync());
            _told = _fault is null ? praise : null;
            await RefreshAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
