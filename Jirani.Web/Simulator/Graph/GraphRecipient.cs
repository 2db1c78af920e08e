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

    /// <summary>Reads <c>to</c> or <c>recipient</c>; where both are given, <c>to</c> counts.</summary>
    public static GraphRefusal? TryRead(JsonElement body, out GraphRecipient recipient)
    {
        recipient = new GraphRecipient(null, null, "");
        if (body.TryGetProperty("to", out var to))
        {
            return FromPhone(to, ref recipient);
        }

        return body.TryGetProperty("recipient", out var user) ? FromUserId(user, ref recipient) : GraphRefusal.Required("to");
    }

    private static GraphRefusal? FromPhone(JsonElement to, ref GraphRecipient recipient)
    {
        if (to.ValueKind != JsonValueKind.String || to.GetString() is not { Length: > 0 } typed)
        {
            return GraphRefusal.Required("to");
        }

        if (UserIdForm().IsMatch(typed))
        {
            return GraphRefusal.Undeliverable;
        }

        var digits = typed.TrimStart('+');
        if (!PhoneForm().IsMatch(digits))
        {
            return GraphRefusal.Parameter("Param to must be a phone number with its country code.");
        }

        recipient = new GraphRecipient(digits, null, typed);
        return null;
    }

    private static GraphRefusal? FromUserId(JsonElement user, ref GraphRecipient recipient)
    {
        if (user.ValueKind != JsonValueKind.String || user.GetString() is not { } typed || !UserIdForm().IsMatch(typed))
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
