namespace Jirani.Domain.Messaging;

internal static class PermanentReason
{
    public static string Of(int? code) => code switch
    {
        131026 => "This customer cannot be reached on WhatsApp",
        131021 => "A number cannot write to itself",
        131030 => "A test number writes only to numbers on its list",
        131049 or 130472 => "WhatsApp does not show this customer more marketing now",
        130497 => "WhatsApp does not let this number write to that country",
        131051 or 131052 or 131053 => "WhatsApp did not accept the attachment",
        131062 => "This kind of message needs the customer's phone number",
        131064 => "WhatsApp has limited the account because of its templates",
        >= 132000 and <= 132999 => "WhatsApp did not accept the template",
        137000 => "The customer's phone has changed. They have to write first",
        _ => "WhatsApp did not accept the message",
    };
}
