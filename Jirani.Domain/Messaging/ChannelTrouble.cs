namespace Jirani.Domain.Messaging;

/// <summary>Refusals that concern the store's channel as a whole. Outages and time-outs never do.</summary>
internal static class ChannelTrouble
{
    public const string Token = "WhatsApp no longer accepts the access token. Enter a new one in the settings";

    /// <summary>What the owner must do; null for a code that says nothing about the channel.</summary>
    public static string? Of(int code) => code switch
    {
        0 or 190 => Token,
        3 or 10 or (>= 200 and <= 299) or 131005 => "The access token may not send messages. Give it the permission, or enter another one in the settings",
        33 => "The access token does not reach this number any more. Check the number in the settings",
        368 or 131031 => "WhatsApp has locked the account. WhatsApp Manager says why",
        131037 => "The display name is not approved yet. See to it in WhatsApp Manager",
        131042 => "There is a problem with how the account pays Meta. See to it in WhatsApp Manager",
        131045 or 133010 => "The number is not registered. Register it in WhatsApp Manager",
        131048 => "WhatsApp holds this number back because customers reported messages. WhatsApp Manager says for how long",
        _ => null,
    };
}
