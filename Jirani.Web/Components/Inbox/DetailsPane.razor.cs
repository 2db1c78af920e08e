using System.Diagnostics;
using System.Globalization;
using Jirani.Infrastructure.Carts;
using Jirani.Infrastructure.Catalogue;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Customers;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>Who a conversation is with: the customer, the cart as it fills, the orders, what the team noted.</summary>
public sealed partial class DetailsPane(
    CustomerQueries customers, CustomerService service, CartService carts, ProductQueries products, ActiveStore stores, CurrentOwner owner)
{
    private const string Missing = "This customer is gone, or you may not change their cart.";

    private static readonly DetailsTab[] _tabs = Enum.GetValues<DetailsTab>();

    private CustomerDetails? _details;
    private IReadOnlyList<ProductRow> _products = [];
    private DetailsTab _tab;
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string _currency = "";
    private string? _fault;
    private bool _isBusy;
    private Guid? _asked;

    [Inject]
    public required CashService Cash { get; init; }

    [Parameter, EditorRequired]
    public required Guid ConversationId { get; set; }

    [Parameter]
    public EventCallback CloseAsked { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_asked != ConversationId)
        {
            (_asked, _details, _fault) = (ConversationId, null, null);
            await RefreshAsync();
        }
    }

    protected override bool Concerns(StoreChange change) => change.Kind switch
    {
        ChangeKind.Customer or ChangeKind.Cart => change.Id == _details?.Id,
        ChangeKind.Order or ChangeKind.Product or ChangeKind.Store => true,
        _ => false,
    };

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (asked, ownerId) = (ConversationId, await owner.IdAsync());
        var details = await customers.OfConversationAsync(ownerId, asked, cancellationToken);
        if (details is not null && Watch(details.StoreId))
        {
            details = await customers.OfConversationAsync(ownerId, asked, cancellationToken);
        }

        if (asked != ConversationId)
        {
            return;
        }

        _details = details;
        if (details is not null)
        {
            _products = await products.OnSaleAsync(ownerId, details.StoreId, cancellationToken);
            _currency = stores.Mine.FirstOrDefault(store => store.Id == details.StoreId)?.Currency ?? "";
            _time = new ShopTime(Clock.GetUtcNow(), stores.Zone);
        }
    }

    private string CountOf(DetailsTab tab) => (tab, _details) switch
    {
        (DetailsTab.Cart, { Cart.Count: > 0 and var lines }) => Figure(lines),
        (DetailsTab.Orders, { OrderCount: > 0 and var orders }) => Figure(orders),
        (DetailsTab.Notes, { Notes.Count: > 0 and var notes }) => Figure(notes),
        _ => "",
    };

    private static string? KeyOf(DetailsTab tab) => tab switch
    {
        DetailsTab.Cart => "c",
        DetailsTab.Notes => "n",
        _ => null,
    };

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task TakeCashAsync(Guid orderId) => DoAsync(ownerId => Cash.PayAsync(ownerId, orderId, Gone));

    private Task AddAsync((Guid ProductId, decimal Quantity) line) =>
        ChangeCartAsync(ownerId => carts.AddAsync(ownerId, ConversationId, line.ProductId, line.Quantity, Gone));

    private Task RemoveAsync(Guid productId) =>
        ChangeCartAsync(ownerId => carts.RemoveAsync(ownerId, ConversationId, productId, Gone));

    private Task ChangeCartAsync(Func<Guid, Task<ReplyOutcome?>> change) => DoAsync(async ownerId => await change(ownerId) switch
    {
        null => Missing,
        ReplyOutcome.Queued => null,
        ReplyOutcome.Refused refused => refused.Sentence,
        _ => throw new UnreachableException(),
    });

    /// <summary>One change at a time: each of them is a message to the customer or moves money, and a double press is none.</summary>
    private async Task DoAsync(Func<Guid, Task<string?>> change)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            _fault = await change(await owner.IdAsync());
            await RefreshAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private Task<string?> AddNoteAsync(string text) => KeepAsync((ownerId, customer) => service.AddNoteAsync(ownerId, customer, text, Gone));

    private async Task TakeNoteBackAsync(Guid noteId) => await KeepAsync((ownerId, customer) => service.TakeNoteBackAsync(ownerId, customer, noteId, Gone));

    private async Task SpeakAsync(string? language) => await KeepAsync((ownerId, customer) => service.SpeakAsync(ownerId, customer, language, Gone));

    private async Task RenameAsync(string name) => await KeepAsync((ownerId, customer) => service.RenameAsync(ownerId, customer, name, Gone));

    private async Task<string?> KeepAsync(Func<Guid, CustomerDetails, Task<string?>> change)
    {
        if (_details is { } customer)
        {
            _fault = await change(await owner.IdAsync(), customer);
            await RefreshAsync();
        }

        return _fault;
    }
}
