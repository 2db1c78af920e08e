using Jirani.Domain.Payments;
using Jirani.Infrastructure.Orders;
using Jirani.Web.Components.Payments;
using Jirani.Web.Components.Shared;
using MudBlazor;

namespace Jirani.Web.Components.Orders;

/// <summary>Who did what with an order, the latest first: its own story, and the attempts to pay it.</summary>
internal static class OrderTimeline
{
    public static IReadOnlyList<StoryStep> Of(OrderStory story, string country)
    {
        IEnumerable<StoryStep> steps = [.. story.Payments.SelectMany(payment => Prompt(payment, country)), .. story.Occurrences.Select(one => Step(one, story))];
        return [.. steps.Reverse().OrderByDescending(step => step.At)];
    }

    private static IEnumerable<StoryStep> Prompt(OrderPayment payment, string country)
    {
        if (payment is { Provider: not PaymentProvider.Cash, Facts.PromptedAt: { } at })
        {
            var to = payment.PayerPhone is { } digits ? $" to {PaymentWords.Phone(digits, country)}" : "";
            yield return new StoryStep(at, Icons.Material.Outlined.SendToMobile, "", $"Prompt sent{to}", PaymentWords.Network(payment.Provider, payment.Network, country) ?? "");
        }
    }

    private static StoryStep Step(OrderOccurrence one, OrderStory story)
    {
        var (icon, tone, title) = Look(one, story);
        var who = Who(one, story);
        var detail = Detail(one);
        return new StoryStep(one.At, icon, tone, title, detail.Length == 0 || who.Length == 0 ? who + detail : $"{who} · {detail}");
    }

    private static (string Icon, string Tone, string Title) Look(OrderOccurrence one, OrderStory story) => one.Kind switch
    {
        "placed" => (Icons.Material.Outlined.ReceiptLong, "", "Order placed"),
        "paid" => (Icons.Material.Outlined.CheckCircle, "success", "Paid"),
        "paid_in_cash" => (Icons.Material.Outlined.Payments, "success", "Paid in cash"),
        "payment_failed" => (Icons.Material.Outlined.ErrorOutline, "error", "A payment failed"),
        "payment_in_review" => (Icons.Material.Outlined.Flag, "warning", "Money came that does not fit"),
        "payment_contradicted" => (Icons.Material.Outlined.HelpOutline, "warning", "Flutterwave said otherwise than before"),
        "reopened" => (Icons.Material.Outlined.Gavel, "", "Taken up again"),
        "shipped" => (Icons.Material.Outlined.LocalShipping, "", one.Note is { } courier ? $"Sent out with {courier}" : "Sent out"),
        "delivery_changed" => (Icons.Material.Outlined.EditNote, "", "Delivery changed"),
        "delivered" => (Icons.Material.Outlined.TaskAlt, "success", "Delivered"),
        "cancelled" => (Icons.Material.Outlined.Block, "", "Cancelled, its stock is back"),
        "expired" => (Icons.Material.Outlined.TimerOff, "", "Not paid in time, its stock is back"),
        "refund_asked" => (Icons.Material.Outlined.Undo, "", $"{one.Note ?? "Money"} was sent back"),
        "refunded" => (Icons.Material.Outlined.Undo, "", $"{one.Note ?? "Money"} was given back"),
        "refunded_whole" => (Icons.Material.Outlined.Undo, "", $"All of {PaymentWords.Sum(story.Order.Total, story.Order.Currency)} went back"),
        "refund_failed" => (Icons.Material.Outlined.ErrorOutline, "error", "Money could not be given back"),
        var other => (Icons.Material.Outlined.Circle, "", other.Replace('_', ' ')),
    };

    /// <summary>What the title does not say already.</summary>
    private static string Detail(OrderOccurrence one) => (one.Kind, one.Note) switch
    {
        ("payment_failed", var reason) => PaymentStatusChip.Failure(reason),
        ("delivery_changed" or "refund_failed", { } note) => note,
        _ => "",
    };

    private static string Who(OrderOccurrence one, OrderStory story) => one switch
    {
        { Actor: "customer" } => $"{story.Order.Customer.First}, in the chat",
        { IsOwn: true } => "You",
        { Actor: "owner", Role: "owner" } => "The owner",
        { Actor: "owner", Role: "manager" } => "A manager",
        { Actor: "owner" } => "Somebody of the team",
        _ => "",
    };
}
