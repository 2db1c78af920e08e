using System.Text.RegularExpressions;
using Jirani.Domain.Conversations;

namespace Jirani.Domain.Messaging;

/// <summary>Whether what an owner writes, or sends again, may go out. A fault is a sentence for the owner; null means that it may.</summary>
public static partial class OwnerReplies
{
    public static TimeSpan MaybeSentAfter { get; } = TimeSpan.FromMinutes(10);

    /// <param name="text">What the owner wrote.</param>
    /// <param name="windowUntil">When Meta's 24 hours end; null while the customer never wrote.</param>
    /// <param name="isOptedIn">False after STOP.</param>
    /// <param name="now">The time of the server.</param>
    public static string? Fault(string text, DateTimeOffset? windowUntil, bool isOptedIn, DateTimeOffset now) => text.Trim().Length switch
    {
        0 => "Write something first.",
        > MessageLimits.Text => $"Too long for one message: {text.Trim().Length} of {MessageLimits.Text} characters. Send it in two.",
        _ => Open(text) ?? Closed(windowUntil, isOptedIn, now),
    };

    /// <inheritdoc cref="Fault(string, DateTimeOffset?, bool, DateTimeOffset)" />
    public static string? Fault(InteractiveMessage message, DateTimeOffset? windowUntil, bool isOptedIn, DateTimeOffset now) =>
        InteractiveRules.Faults(message) is [var first, ..] ? first.Sentence : Open(message.Body) ?? Closed(windowUntil, isOptedIn, now);

    /// <summary>Why nothing at all can be written now.</summary>
    public static string? Closed(DateTimeOffset? windowUntil, bool isOptedIn, DateTimeOffset now) => (windowUntil - now > ServiceWindow.Margin, isOptedIn) switch
    {
        (_, false) => "The customer said STOP. You can write again once they send START.",
        _ when windowUntil is null => "This customer has not written yet. WhatsApp lets you answer once they do.",
        (false, _) => "More than 24 hours since the customer wrote. WhatsApp lets you answer once they write again.",
        _ => null,
    };

    /// <summary>Whether sending the same message once more can help.</summary>
    /// <param name="status">Of the message.</param>
    /// <param name="code">Meta's code of the failure; null where it was not Meta who refused.</param>
    /// <param name="wasStopped">The customer said STOP while it waited.</param>
    /// <param name="silence">How long a call has had no answer; null where none is open.</param>
    public static bool MayRetry(MessageStatus status, int? code, bool wasStopped, TimeSpan? silence) => status switch
    {
        MessageStatus.Failed when wasStopped => false,
        MessageStatus.Failed => code is null || SendFailures.Classify(new Refusal { Code = code }, 1) is not (SendFailure.Permanent or SendFailure.OptOut),
        MessageStatus.Queued => silence > MaybeSentAfter,
        _ => false,
    };

    private static string? Open(string text) =>
        Placeholder().Match(text) is { Success: true } open ? $"Fill in {open.Value} first: nothing is known to put there." : null;

    /// <summary>What a quick reply left open, such as <c>{{order.number}}</c>: no customer shall read that.</summary>
    [GeneratedRegex(@"\{\{[a-z.]{1,40}\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
