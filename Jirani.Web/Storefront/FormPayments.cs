using System.Diagnostics;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Storefront;

/// <summary>Begins a payment from the form of the pay page. What is wrong is said there, and everything typed stays.</summary>
internal sealed class FormPayments(PayPages pages, PaymentService payments, IAntiforgery antiforgery)
{
    private const string NoNumber = "Write the number that pays.";
    private const string TooOld = "This page was open for too long, so nothing was begun. Look once more, then press the button again.";

    public async Task<IResult> BeginAsync(HttpContext context, PublicOrder order, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context.Request, cancellationToken) is not { } form)
        {
            return TypedResults.Problem("The form cannot be read.", statusCode: StatusCodes.Status400BadRequest, title: "Nothing was begun");
        }

        var visit = await pages.VisitAsync(order, cancellationToken) with { Fields = PayFields.From(form) };
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Again(visit, "", TooOld, StatusCodes.Status400BadRequest);
        }

        return visit.Fields.ToChoice(visit) is { } choice
            ? await AnswerAsync(visit, await payments.StartAsync(order.Id, choice, cancellationToken), cancellationToken)
            : Again(visit, "phone", NoNumber, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> AnswerAsync(PayVisit visit, PaymentStart start, CancellationToken cancellationToken) => start switch
    {
        PaymentStart.UnderWay => new SeeOther(visit.Address),
        PaymentStart.Wrong wrong => Again(visit, wrong.Field, wrong.Sentence, StatusCodes.Status422UnprocessableEntity),
        PaymentStart.NotPayable not => Again(
            await pages.VisitAsync(visit.Order, cancellationToken), "", not.Sentence, StatusCodes.Status409Conflict),
        PaymentStart.NoSuchOrder => new RazorComponentResult<WrongLinkPage> { StatusCode = StatusCodes.Status404NotFound },
        _ => throw new UnreachableException(),
    };

    private static RazorComponentResult<PayPage> Again(PayVisit visit, string field, string sentence, int status) =>
        PayPages.Page(visit with { Faults = new Dictionary<string, string> { [field] = sentence } }, status);

    /// <summary>Null for what only says that it is a form.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }
}
