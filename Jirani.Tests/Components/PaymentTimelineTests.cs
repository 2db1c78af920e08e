using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Jirani.Tests.Support;
using Jirani.Web.Components.Payments;

namespace Jirani.Tests.Components;

public sealed class PaymentTimelineTests : PaymentTest
{
    [Fact]
    public void What_happened_is_told_from_the_end()
    {
        var story = Story(Paid) with
        {
            OrderClosedAt = null,
            Attempts = [Attempt(-12, new PaymentFacts { Status = PaymentStatus.Failed, FailureReason = "wrong_pin", PromptedAt = Noon.AddMinutes(-12) }), Attempt(-9, Paid)],
            Occurrences = [Occurrence(1, "webhook", -8.2, kind: "charge.completed", outcome: "captured"), Occurrence(2, "poll", -8.1, "succeeded", "captured", 412)],
            Refunds = [new RefundRow(Given.Id("refund"), 400, "KES", RefundStatus.Succeeded, "Torn", null, Noon.AddMinutes(-2), Noon.AddMinutes(-1))],
        };

        var steps = PaymentTimeline.Of(story, Noon, "KE");

        Assert.Equal(
            [
                "KES 400 was given back", "KES 400 was sent back", "Paid", "Asked Flutterwave: succeeded", "Flutterwave told us: charge completed",
                "Prompt sent to 0733 905 117", "First try failed: wrong PIN", "Prompt sent to 0733 905 117",
            ],
            steps.Select(step => step.Title));
        Assert.Equal("412 ms · The money is there", steps[3].Detail);
    }

    [Fact]
    public void Asking_again_and_again_without_news_is_one_step()
    {
        var story = Story(Paid) with
        {
            OrderClosedAt = null,
            CapturedAt = null,
            Occurrences = [.. Enumerable.Range(1, 40).Select(id => Occurrence(id, "poll", id - 60, "pending", "waiting", id)), Occurrence(41, "poll", -3, "succeeded", "captured")],
        };

        Assert.Equal(["Asked Flutterwave: succeeded", "Asked Flutterwave 40 times: pending"], PaymentTimeline.Of(story, Noon, "KE").Select(step => step.Title));
    }

    private static PaymentAttempt Attempt(double minutes, PaymentFacts facts) => new(
        Guid.NewGuid(), PaymentProvider.Flutterwave, "254733905117", facts, Noon.AddMinutes(minutes), Noon.AddMinutes(minutes), Noon.AddMinutes(minutes + 1), null);

    private static PaymentOccurrence Occurrence(long id, string source, double minutes, string? status = null, string? outcome = null, int? took = null, string? kind = null) =>
        new(id, Given.Id("payment"), source, kind, status, outcome, took is { } ms ? TimeSpan.FromMilliseconds(ms) : null, Noon.AddMinutes(minutes));
}
