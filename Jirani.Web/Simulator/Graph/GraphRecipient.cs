using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Whom a message goes to: a phone number or, where there is none, a business-scoped user id.</summary>
/// <param name="Phone">Digits without plus; null for a user id.</param>
/// <param name="Typed">What the caller wrote.</param>
internal sealed partial record GraphRecipient(string? Phone, string? UserId, string Typed)
{
    /// <summary>The digits or the user id, whichever there is.</summary>
    public string Id => Phone ?? UserId ?? "";

    /// <summary>Whether these are digits with a country code, as WhatsApp writes them.</summary>
    public static bool IsPhone(string digits) => PhoneForm().IsMatch(digits);

    /// <summary>Reads <c>to</c> or <c>recipient</c>; where both are given, <c>to</c> counts.</summary>
    public static GraphRefusal? TryRead(JsonElement body, out GraphRecipient recipient)
    {
        recipient = new GraphRecipient(null, null, "");
        if (body.Member("to") is not null)
        {
            return FromPhone(body.Text("to"), ref recipient);
        }

        return body.Member("recipient") is null ? GraphRefusal.Required("to") : FromUserId(body.Text("recipient"), ref recipient);
    }

    private static GraphRefusal? FromPhone(string? to, ref GraphRecipient recipient)
    {
        if (to is not { Length: > 0 } typed)
        {
            return GraphRefusal.Required("to");
        }

        if (UserIdForm().IsMatch(typed))
        {
            return GraphRefusal.Undeliverable;
        }

        var digits = typed.TrimStart('+');
        if (!IsPhone(digits))
        {
            return GraphRefusal.Parameter("Param to must be a phone number with its country code.");
        }

        recipient = new GraphRecipient(digits, null, typed);
        return null;
    }

    private static GraphRefusal? FromUserId(string? typed, ref GraphRecipient recipient)
    {
        if (typed is null || !UserIdForm().IsMatch(typed))
        {
            return GraphRefusal.Parameter("Param recipient must be a business-scoped user id.");
        }

        recipient = new GraphRecipient(null, typed, typed);
        return null;
    }

    [GeneratedRegex("^[1-9][0-9]{5,14}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();

    [GeneratedRegex("^[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserIdForm();
}
