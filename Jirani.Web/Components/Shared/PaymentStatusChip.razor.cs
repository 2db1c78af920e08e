using System.Diagnostics;
using Jirani.Domain.Payments;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Reason = Jirani.Domain.Payments.FailureReason;

namespace Jirani.Web.Components.Shared;

/// <summary>Where a payment stands, in the words of the shop; a ground only where somebody must act.</summary>
public sealed partial class PaymentStatusChip
{
    private string _icon = "";
    private string _word = "";
    private string _tone = "";

    [Parameter, EditorRequired]
    public required PaymentStanding Standing { get; set; }

    /// <summary>As it stands in the database; null unless it failed.</summary>
    [Parameter]
    public string? FailureReason { get; set; }

    /// <summary>Why a payment failed, as it is said in a line.</summary>
    public static string Failure(string? reason) => reason switch
    {
        Reason.WrongPin => "Wrong PIN",
        Reason.NoMoney => "Not enough money",
        Reason.Cancelled => "Cancelled by the payer",
        Reason.NoAnswer => "No answer",
        Reason.Refused => "Refused",
        Reason.Voided => "Taken back",
        ['c', 'o', 'd', 'e', ' ', .. var code] => $"Failed ({code})",
        _ => "Failed",
    };

    /// <returns>Icon, word and tone, as <see cref="StatusChip" /> takes them.</returns>
    public static (string Icon, string Word, string Tone) Look(PaymentStanding standing, string? failureReason) => standing switch
    {
        PaymentStanding.Waiting => (Icons.Material.Outlined.HourglassTop, "Waiting for PIN", "warning"),
        PaymentStanding.Unknown => (Icons.Material.Outlined.HelpOutline, "Not known yet", ""),
        PaymentStanding.Paid => (Icons.Material.Outlined.CheckCircle, "Paid", "success"),
        PaymentStanding.Failed => (Icons.Material.Outlined.ErrorOutline, Failure(failureReason), "error"),
        PaymentStanding.NoAnswer => (Icons.Material.Outlined.HourglassDisabled, "No answer", ""),
        PaymentStanding.InReview => (Icons.Material.Outlined.Flag, "In review", "warning"),
        PaymentStanding.Returning => (Icons.Material.Outlined.Undo, "Going back", ""),
        PaymentStanding.PartlyRefunded => (Icons.Material.Outlined.Undo, "Partly refunded", ""),
        PaymentStanding.Refunded => (Icons.Material.Outlined.Undo, "Refunded", ""),
        _ => throw new UnreachableException(),
    };

    protected override void OnParametersSet() => (_icon, _word, _tone) = Look(Standing, FailureReason);
}
