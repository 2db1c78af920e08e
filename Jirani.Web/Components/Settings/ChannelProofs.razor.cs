using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Jirani.Web.Components.Settings;

/// <summary>What shows that a channel works: the handshake, what came, what arrived, how long the token lasts.</summary>
public sealed partial class ChannelProofs
{
    private static readonly TimeSpan _soon = TimeSpan.FromDays(7);

    private IReadOnlyList<Proof> _proofs = [];

    [Parameter, EditorRequired]
    public required ChannelView Channel { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    protected override void OnParametersSet() => _proofs =
    [
        new("Last webhook", Channel.LastWebhookAt, "None yet", Channel.LastWebhookAt is null
            ? "Nothing came from Meta. Check the callback URL, the field messages and the subscription."
            : "Signature right, kept."),
        new("Last handshake", Channel.LastHandshakeAt, "None yet", Channel.LastHandshakeAt is null
            ? "Meta has not verified the callback URL. Paste URL and verify token there, then press Verify and save."
            : "Verify token right."),
        new("Last delivery", Channel.LastDeliveryAt, "None yet", Waiting()),
        Token(),
    ];

    private string Waiting() => (Channel.Waiting, Channel.LastDeliveryAt) switch
    {
        (0, null) => "No message of the shop has reached a phone.",
        (0, _) => "Nothing waits.",
        (1, _) => "1 message waits to go out.",
        var (waiting, _) => $"{waiting} messages wait to go out.",
    };

    private Proof Token() => Channel switch
    {
        { HasAccessToken: false, TokenCheckedAt: null } => new("Token", null, "None", "Enter the token of a system user.", Icons.Material.Outlined.Schedule, "warning"),
        { TokenFault: { } fault } => new("Token", null, "Not valid", fault, Icons.Material.Outlined.ErrorOutline, "error"),
        { TokenCheckedAt: null } => new("Token", null, "Not tested", "Press Test now.", Icons.Material.Outlined.Schedule, "warning"),
        { TokenExpiresAt: { } until } when until - Time.Now < _soon =>
            new("Token", null, $"Until {ChatTime.Date(until, Time.Zone)}", "Make a permanent one for a system user, or the shop goes silent then.", Icons.Material.Outlined.Timelapse, "warning"),
        { TokenExpiresAt: { } until } => new("Token", null, $"Until {ChatTime.Date(until, Time.Zone)}", Tested(), Icons.Material.Outlined.CheckCircle, "success"),
        _ => new("Token", null, "Does not expire", Tested(), Icons.Material.Outlined.CheckCircle, "success"),
    };

    private string Tested() => $"Tested {ChatTime.Short(Channel.TokenCheckedAt!.Value, Time.Now, Time.Zone)}.";

    private sealed record Proof(string Name, DateTimeOffset? At, string Otherwise, string Words, string Icon, string Tone)
    {
        public Proof(string name, DateTimeOffset? at, string otherwise, string words)
            : this(name, at, otherwise, words, at is null ? Icons.Material.Outlined.Schedule : Icons.Material.Outlined.CheckCircle, at is null ? "warning" : "success")
        {
        }
    }
}
