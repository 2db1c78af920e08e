using System.Diagnostics;
using Jirani.Infrastructure.Stores;

namespace Jirani.Web.Components.Settings;

/// <summary>Why a number was not connected: the field it is about, what happened, what to do.</summary>
internal static class ChannelWords
{
    /// <returns>Null where it was connected. The field is empty where it is about none of them.</returns>
    public static (string Field, string Sentence)? Of(ChannelConnectionOutcome? outcome) => outcome switch
    {
        ChannelConnectionOutcome.Connected => null,
        null or ChannelConnectionOutcome.NoSuchStore => ("", "Only the owner of the store connects its number."),
        ChannelConnectionOutcome.UnusableCredentials unusable => (nameof(ChannelForm.AccessToken), unusable.Sentence),
        ChannelConnectionOutcome.KeyRingLocked locked => ("", locked.Sentence),
        ChannelConnectionOutcome.NotProved { Reason.Code: 190 or 0 } denied =>
            (nameof(ChannelForm.AccessToken), $"Meta does not accept this token: {denied.Reason.Details} ({denied.Reason.Code}). Generate a new one and paste it whole."),
        ChannelConnectionOutcome.NotProved denied =>
            (nameof(ChannelForm.PhoneNumberId), $"Meta does not show this number to the token: {denied.Reason.Details}. Check the ID, and that the system user may use the number."),
        ChannelConnectionOutcome.OtherNumber other =>
            (nameof(ChannelForm.Number), $"Meta knows this ID as {other.DisplayPhoneNumber}. Enter that number, or the ID of yours."),
        ChannelConnectionOutcome.Unreachable unreachable => ("", $"Meta cannot be reached ({unreachable.Reason}). Nothing was changed; try again in a moment."),
        ChannelConnectionOutcome.NumberOfAnotherStore =>
            (nameof(ChannelForm.PhoneNumberId), "Another store here has proved this number: a number belongs to one store. Disconnect it there first."),
        _ => throw new UnreachableException(),
    };
}
