using System.Diagnostics;
using Jirani.Domain;
using Jirani.Domain.Payments;

namespace Jirani.Web.Storefront;

/// <summary>What the pay page says. That no money was taken is only said where the provider's last word proves it.</summary>
internal static class PayWords
{
    public static string Title(PayView view) => view.Step switch
    {
        PayStep.Before => "Pay",
        PayStep.Starting => "The prompt is on its way",
        PayStep.Waiting => "Now enter your PIN on the phone",
        PayStep.Redirect => "Go on to the payment page",
        PayStep.NotKnown => "Not known yet",
        PayStep.Failed => $"Not paid: {FailureReason.Words(view.Attempt?.FailureReason)}",
        PayStep.NoAnswer => "Not paid: nobody answered",
        PayStep.Review => "The shop looks at it",
        PayStep.Paid => "Paid. Asante",
        PayStep.PaidInCash => "Paid in cash. Asante",
        PayStep.NothingToPay => "Nothing to pay",
        PayStep.Cancelled => "This order is cancelled",
        PayStep.Expired => "This order has run out",
        PayStep.Refunded => "Money returned",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where somebody is <see cref="Asked"/> it lacks the number and the full stop: the page sets them so that a number is not broken in two.</summary>
    public static string Lead(PayVisit visit) => visit.View.Step switch
    {
        PayStep.Starting => Asking(visit, "will ask for"),
        PayStep.Waiting => Asking(visit, "asks for"),
        PayStep.Redirect => $"You pay {visit.Order.Total} there, then come back here or to the chat.",
        PayStep.NotKnown => Asking(visit, "has not said yet what became of"),
        PayStep.Failed => Sentences(visit.View.Attempt?.Note, Taken(visit.View), Kept(visit)),
        PayStep.NoAnswer => Sentences(Taken(visit.View) ?? Silent(visit), Kept(visit)),
        PayStep.Review => $"Money came, but it does not fit the order. Nothing is lost: {visit.Order.StoreName} looks at it and writes to you in the chat.",
        PayStep.Paid or PayStep.PaidInCash => $"{visit.Order.StoreName} has your money for this order.",
        PayStep.NothingToPay => "This order costs nothing.",
        PayStep.Cancelled => Sentences(Closed(visit), "Write in the chat if that is not what you want."),
        PayStep.Expired => Sentences(Closed(visit), "Nothing is kept any more. Write in the chat to order again."),
        PayStep.Refunded => $"{visit.Order.StoreName} gave back what was paid for this order.",
        _ => "",
    };

    /// <summary>Whom the prompt goes to; null where none does.</summary>
    public static PhoneNumber? Asked(PayVisit visit) =>
        visit.View.Step is PayStep.Starting or PayStep.Waiting or PayStep.NotKnown ? visit.View.Attempt?.Payer : null;

    /// <summary>What must not be overlooked; null where all is said.</summary>
    public static string? Warning(PayVisit visit) => visit switch
    {
        { View.CanReplace: true, ShowsForm: true } or { View.IsAnotherOpen: true, View.CanBegin: true } =>
            "An earlier prompt is still open. If you entered your PIN there, do not pay again: this page and the chat say when it is through.",
        { View.Step: PayStep.NotKnown } => "We keep asking. If you entered your PIN, do not pay again: this page and the chat say when it is through.",
        { View.IsAnotherInReview: true } => "Another payment came for this order. Nothing is lost: the shop looks at it and writes to you in the chat.",
        _ => null,
    };

    public static string? Started(PayVisit visit) => visit.View.Attempt?.StartedAt is { } start ? $"Started {OrderWords.At(start, visit.Order.TimeZone)}." : null;

    /// <summary>Null for an order that does not run out, or is only kept for the money on its way.</summary>
    public static string? Kept(PayVisit visit) => visit.Order.CanBePaid && visit.Order.ExpiresAt is { } end && end > visit.Now
        ? $"Your order is kept until {OrderWords.At(end, visit.Order.TimeZone)}."
        : null;

    public static string Sentences(params string?[] sentences) => string.Join(' ', sentences.Where(sentence => !string.IsNullOrWhiteSpace(sentence)));

    private static string Silent(PayVisit visit) =>
        $"{Who(visit)} never told us of a payment. If money left the phone all the same, write in the chat: it is not lost.";

    private static string? Taken(PayView view) => view.IsNothingTaken ? "No money was taken." : null;

    private static string? Closed(PayVisit visit) => visit.View switch
    {
        { IsAnotherOpen: true } => "Do not enter your PIN any more.",
        { Attempt: not null } => "It had been paid: ask in the chat about the money.",
        _ => null,
    };

    private static string Asking(PayVisit visit, string asks) => $"{Who(visit)} {asks} {visit.Order.Total}{(Asked(visit) is null ? "." : "")}";

    private static string Who(PayVisit visit) => visit.Network ?? "The network";
}
