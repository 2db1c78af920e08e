using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Shared;
using MudBlazor;

namespace Jirani.Web.Components.Payments;

/// <summary>Everything that happened around a payment, the latest first.</summary>
internal static class PaymentTimeline
{
    private static readonly string[] _tries = ["First", "Second", "Third", "Fourth", "Fifth"];

    public static IReadOnlyList<StoryStep> Of(PaymentStory story, DateTimeOffset now, string country)
    {
        IEnumerable<StoryStep> steps =
        [
            .. story.Attempts.SelectMany((attempt, place) => Attempt(attempt, story.Attempts.Count > 1 ? Ordinal(place) : null, now, country)),
            .. OccurrenceSteps.Of(story.Occurrences),
            .. Money(story),
            .. story.Refunds.SelectMany(Refund),
        ];
        return [.. steps.Reverse().OrderByDescending(step => step.At)];
    }

    /// <param name="attempt">One of perhaps many.</param>
    /// <param name="ordinal">Null where it is the only one.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="country">In whose way numbers are written.</param>
    private static IEnumerable<StoryStep> Attempt(PaymentAttempt attempt, string? ordinal, DateTimeOffset now, string country)
    {
        if (attempt.Provider is PaymentProvider.Cash)
        {
            yield break;   // its money says it all
        }

        var to = attempt.PayerPhone is { } digits ? $" to {PaymentWords.Phone(digits, country)}" : "";
        var which = ordinal is null ? "" : $"{ordinal} try";
        yield return attempt switch
        {
            { Facts.PromptedAt: { } at } => new StoryStep(at, Icons.Material.Outlined.SendToMobile, "", $"Prompt sent{to}", which),
            { StartedAt: { } at } => new StoryStep(at, Icons.Material.Outlined.HelpOutline, "", $"Began to send a prompt{to}", which),
            _ => new StoryStep(attempt.CreatedAt, Icons.Material.Outlined.TouchApp, "", "The customer asked to pay", which),
        };
        if (attempt.SupersededAt is { } replaced)
        {
            yield return new StoryStep(replaced, Icons.Material.Outlined.Repeat, "", "Another try took its place", which);
        }

        if (attempt.Facts.Standing(now) is PaymentStanding.Failed or PaymentStanding.NoAnswer)
        {
            var (icon, tone) = attempt.Facts.FailureReason is FailureReason.NoAnswer ? (Icons.Material.Outlined.HourglassDisabled, "") : (Icons.Material.Outlined.ErrorOutline, "error");
            var why = PaymentStatusChip.Failure(attempt.Facts.FailureReason);
            yield return new StoryStep(attempt.EndedAt, icon, tone, ordinal is null ? $"Not paid: {Lower(why)}" : $"{which} failed: {Lower(why)}");
        }
    }

    private static IEnumerable<StoryStep> Money(PaymentStory story)
    {
        if (story.OrderClosedAt is { } closed)
        {
            yield return new StoryStep(closed, Icons.Material.Outlined.TimerOff, "", "The order was closed unpaid");
        }

        if (story.CapturedAt is { } came)
        {
            yield return (story.ReviewReason, story.Payment.Provider) switch
            {
                (not null, _) => new StoryStep(came, Icons.Material.Outlined.Flag, "warning", "Kept for review", PaymentWords.Review(story)),
                (_, PaymentProvider.Cash) => new StoryStep(came, Icons.Material.Outlined.Payments, "success", "Paid in cash"),
                _ => new StoryStep(came, Icons.Material.Outlined.CheckCircle, "success", "Paid", "Amount, currency and reference agree"),
            };
        }

        if (story is { ResolvedAt: { } decided, Payment.Facts.Resolution: { } resolution })
        {
            yield return new StoryStep(decided, Icons.Material.Outlined.Gavel, "", resolution is "accepted" ? "Decided: the order is packed" : "Decided: the money goes back");
        }

        if (story.SettledAt is { } settled)
        {
            yield return new StoryStep(settled, Icons.Material.Outlined.AccountBalance, "", "Paid out to your Flutterwave account");
        }
    }

    private static IEnumerable<StoryStep> Refund(RefundRow refund)
    {
        var sum = PaymentWords.Sum(refund.Amount, refund.Currency);
        yield return new StoryStep(refund.CreatedAt, Icons.Material.Outlined.Undo, "", $"{sum} was sent back", refund.Reason ?? "");
        if (refund.EndedAt is { } ended)
        {
            yield return refund.Status is RefundStatus.Failed
                ? new StoryStep(ended, Icons.Material.Outlined.ErrorOutline, "error", $"{sum} could not be given back", refund.FailureReason ?? "")
                : new StoryStep(ended, Icons.Material.Outlined.TaskAlt, "success", $"{sum} was given back");
        }
    }

    private static string Ordinal(int place) => place < _tries.Length ? _tries[place] : $"{place + 1}th";

    private static string Lower(string words) => words.StartsWith("Wrong PIN", StringComparison.Ordinal) ? "wrong PIN" : char.ToLowerInvariant(words[0]) + words[1..];
}
