using Jirani.Domain.Payments;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jirani.Web.Storefront;

/// <summary>The pay page as the record stands, whatever a link claims.</summary>
internal sealed class PayPages(PublicPaymentQueries payments, TimeProvider clock, IPaymentGateway gateway)
{
    public async Task<PayVisit> VisitAsync(PublicOrder order, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var view = PayView.Of(order.Status, order.Total.Amount, await payments.OfAsync(order, cancellationToken), now);
        return new PayVisit
        {
            Order = order,
            View = view,
            Now = now,
            AsksThePayer = gateway.AsksThePayer,
            Fields = PayFields.Proposed(order, view),
        };
    }

    public static RazorComponentResult<PayPage> Page(PayVisit visit, int status = StatusCodes.Status200OK) =>
        new(new { Visit = visit }) { StatusCode = status };
}
