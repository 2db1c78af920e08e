using Jirani.Domain;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Settings;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Layout;
using Jirani.Web.Components.Shared;
using Jirani.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace Jirani.Web.Components.Settings;

/// <summary>Does WhatsApp work right now, and if not, what is missing.</summary>
public sealed partial class ChannelPage(
    ChannelQueries channels, ChannelService service, ActiveStore stores, CurrentOwner owner, IOptions<PublicSiteOptions> site)
{
    private const string NotYours = "Only the owner of the store changes its channel.";

    private ChannelView? _channel;
    private ChannelForm _form = new();
    private IReadOnlyDictionary<string, string> _faults = new Dictionary<string, string>();
    private ShopTime _time = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
    private string? _verifyToken;
    private string? _told;
    private string _businessAccountId = "";
    private bool _isTrouble;
    private bool _isBusy;
    private string _icon = "";
    private string _word = "";
    private string _tone = "";

    [SupplyParameterFromQuery(Name = "store")]
    public string? StoreSlug { get; set; }

    private string Callback => new Uri(site.Value.Url, _channel is { HasOwnApp: true, Slug: var slug } ? $"webhooks/whatsapp/{slug}" : "webhooks/whatsapp").AbsoluteUri;

    protected override Task OnParametersSetAsync() => RefreshAsync();

    protected override bool Concerns(StoreChange change) => change.Kind is ChangeKind.Channel or ChangeKind.Conversation;

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        var ownerId = await owner.IdAsync();
        await stores.LoadAsync(StoreSlug, cancellationToken);
        if (stores.Current is not { } store)
        {
            return;
        }

        Watch(store.Id);
        var channel = await channels.OfStoreAsync(ownerId, store.Id, cancellationToken);
        if (_channel?.StoreId != channel?.StoreId)
        {
            _form = new ChannelForm { PhoneNumberId = channel?.PhoneNumberId ?? "", Number = channel?.Number is { } digits ? $"+{digits}" : "" };
            (_verifyToken, _told, _faults) = (null, null, new Dictionary<string, string>());
        }

        _time = new ShopTime(Clock.GetUtcNow(), stores.Zone);
        _channel = channel;
        (_icon, _word, _tone) = channel switch
        {
            { AttentionReason: not null } or { TokenFault: not null } => (Icons.Material.Outlined.WarningAmber, "Needs you", "warning"),
            { VerifiedAt: not null } => (Icons.Material.Outlined.CheckCircle, "Connected", "success"),
            _ => (Icons.Material.Outlined.Pending, "Not connected", "warning"),
        };
    }

    private async Task ConnectAsync()
    {
        if (_channel is not { } channel)
        {
            return;
        }

        var checks = await new ChannelFormValidator(channel.HasAccessToken).ValidateAsync(_form, Gone);
        _faults = checks.Errors.GroupBy(fault => fault.PropertyName).ToDictionary(faults => faults.Key, faults => faults.First().ErrorMessage);
        if (checks.IsValid && PhoneNumber.TryParse(_form.PlainNumber, out var number))
        {
            await DoAsync(async ownerId => Tell(await service.ConnectAsync(
                ownerId, channel.StoreId, _form.PhoneNumberId.Trim(), number, Credentials(), Gone)));
        }
    }

    private ChannelCredentials Credentials() => new()
    {
        AccessToken = _form.AccessToken.Trim(),
        AppSecret = string.IsNullOrWhiteSpace(_form.AppSecret) ? null : _form.AppSecret.Trim(),
    };

    private void Tell(ChannelConnectionOutcome? outcome)
    {
        var trouble = ChannelWords.Of(outcome);
        if (trouble is { Field.Length: > 0 } at)
        {
            (_faults, _told) = (new Dictionary<string, string> { [at.Field] = at.Sentence }, null);
            return;
        }

        (_isTrouble, _told) = (trouble is not null, trouble?.Sentence ?? "Meta shows this number to your token. It is connected.");
        if (outcome is ChannelConnectionOutcome.Connected connected)
        {
            (_form.AccessToken, _form.AppSecret) = ("", "");
            _verifyToken = connected.VerifyToken ?? _verifyToken;
        }
    }

    private Task MakeVerifyTokenAsync() => DoAsync(async ownerId =>
    {
        _verifyToken = await service.NewVerifyTokenAsync(ownerId, stores.Current!.Id, Gone);
        (_isTrouble, _told) = (_verifyToken is null, _verifyToken is null ? NotYours : null);
    });

    private Task TestAsync() => DoAsync(async ownerId =>
        Tell(await service.TestAsync(ownerId, stores.Current!.Id, Gone), "Meta accepts the token and shows it the number."));

    private Task SubscribeAsync() => DoAsync(async ownerId =>
        Tell(await service.SubscribeAsync(ownerId, stores.Current!.Id, _businessAccountId, Gone), "Meta sends the messages of this account here."));

    /// <param name="fault">Null where the caller may not, empty where all is well.</param>
    /// <param name="praise">What is said then.</param>
    private void Tell(string? fault, string praise) => (_isTrouble, _told) = fault switch
    {
        null => (true, NotYours),
        "" => (false, praise),
        _ => (true, fault),
    };

    private async Task DoAsync(Func<Guid, Task> deed)
    {
        if (_isBusy || stores.Current is null)
        {
            return;
        }

        _isBusy = true;
        try
        {
            await deed(await owner.IdAsync());
            await RefreshAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
