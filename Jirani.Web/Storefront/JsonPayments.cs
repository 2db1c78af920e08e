using System.Diagnostics;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Storefront;

/// <summary>Begins a payment for a program: JSON in and out.</summary>
internal sealed class JsonPayments(PaymentService payments)
{
    public async Task<IResult> BeginAsync(HttpRequest request, PublicOrder order, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (PaymentRequest.Read(body.ToArray()) is not { } asked)
        {
            return Refused(StatusCodes.Status400BadRequest, "Not readable", "The body is not a JSON object.");
        }

        return asked.Difference(order) is { } difference
            ? Refused(StatusCodes.Status422UnprocessableEntity, "Not this order", difference)
            : Answer(order, await payments.StartAsync(order.Id, asked.Choice, cancellationToken));
    }

    private static IResult Answer(PublicOrder order, PaymentStart start) => start switch
    {
        PaymentStart.UnderWay begun => TypedResults.Created($"/store/{order.StoreSlug}/pay?order={order.Id}", new
        {
            begun.TransactionId,
            Status = begun.Status.ToText(),
            NextAction = Described(begun.Next),
        }),
        PaymentStart.Wrong wrong => Refused(StatusCodes.Status422UnprocessableEntity, "Something is missing or wrong", wrong.Sentence, wrong.Field),
        PaymentStart.NotPayable not => Refused(StatusCodes.Status409Conflict, "Nothing to pay", not.Sentence),
        PaymentStart.NoSuchOrder => PaymentEndpoints.NoSuchOrder(),
        _ => throw new UnreachableException(),
    };

    /// <summary>Null while it is not known what the payer has to do.</summary>
    private static object? Described(NextAction? next) => next switch
    {
        NextAction.Prompt prompt => new { Type = "prompt", prompt.Note },
        NextAction.Redirect redirect => new { Type = "redirect", redirect.Url },
        NextAction.Other other => new { Type = "other", Note = other.Type },
        null => null,
        _ => throw new UnreachableException(),
    };

    private static ProblemHttpResult Refused(int status, string title, string sentence, string? field = null) =>
        TypedResults.Problem(sentence, statusCode: status, title: title, extensions: field is null ? [] : [new("field", field)]);
}
