using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Jirani.Infrastructure.Json;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>v3's hosted checkout: the payer chooses number and network on the provider's page. Source: the provider's page on Flutterwave Standard.</summary>
public sealed class FlutterwaveV3(HttpClient http, IOptions<FlutterwaveOptions> options, FlutterwaveCustomers customers, TimeProvider clock) : IPaymentGateway
{
    private const int SessionMinutes = 60;

    private readonly string _root = options.Value.BaseUrl.AbsoluteUri.TrimEnd('/');

    public bool AsksThePayer => true;

    public async Task<StartOutcome> StartAsync(ChargeRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Post, "payments", new
        {
            tx_ref = request.Reference,
            amount = request.Amount.Amount,
            currency = request.Amount.Currency.Code,
            redirect_url = request.ReturnTo.AbsoluteUri,
            customer = new { email = customers.Email(request), name = request.PayerName },
            customizations = new { title = request.StoreName, description = $"Order #{request.OrderNumber}" },
            session_duration = SessionMinutes,
            meta = new { payment_transaction_id = request.AttemptId.ToString("D"), store = request.StoreName, order = request.OrderNumber },
        }, cancellationToken);
        return answer switch
        {
            null => new StartOutcome.Unknown("no answer"),
            { IsSuccess: true } => NextActions.Link(answer.Data.Text("link"u8)) is { } link
                ? new StartOutcome.Started(null, new NextAction.Redirect(link))
                : new StartOutcome.Unknown("no link in the answer"),
            { IsNo: false } => new StartOutcome.Unknown(answer.Code),
            _ => FlutterwaveRefusals.Of(answer),
        };
    }

    public async Task<QueryOutcome> QueryAsync(string reference, string? chargeId, CancellationToken cancellationToken)
    {
        var path = chargeId is null
            ? $"transactions/verify_by_reference?tx_ref={Uri.EscapeDataString(reference)}"
            : $"transactions/{Uri.EscapeDataString(chargeId)}/verify";
        var answer = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
        return answer switch
        {
            null => new QueryOutcome.Unknown("no answer"),
            { Status: HttpStatusCode.NotFound or HttpStatusCode.BadRequest, IsNo: true } => new QueryOutcome.NotFound(),
            { IsSuccess: true } when ChargeReports.Read(answer.Data) is { } report => new QueryOutcome.Found(report, answer.Body),
            _ => new QueryOutcome.Unknown(answer.Code),
        };
    }

    /// <summary>v3 knows no key of ours, so what was lost on the way is not asked for a second time by itself: a person looks it up.</summary>
    public async Task<RefundOutcome> RefundAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            HttpMethod.Post, $"transactions/{Uri.EscapeDataString(request.ChargeId)}/refund", new { amount = request.Amount.Amount }, cancellationToken);
        return answer switch
        {
            { IsSuccess: true } => RefundReports.Read(answer.Data, isFirstAnswer: true),
            _ => new RefundOutcome.Refused(answer?.Code ?? "no answer", "Flutterwave did not confirm it. Look there whether the money went back before you try again."),
        };
    }

    public async Task<RefundOutcome> QueryRefundAsync(string refundId, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, $"refunds/{Uri.EscapeDataString(refundId)}", null, cancellationToken);
        return answer is { IsSuccess: true } ? RefundReports.Read(answer.Data, isFirstAnswer: false) : new RefundOutcome.Unknown(answer?.Code ?? "no answer");
    }

    private async Task<FlutterwaveAnswer?> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{_root}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.SecretKey);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
        using var patience = new CancellationTokenSource(FlutterwaveHttp.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await FlutterwaveAnswer.ReadAsync(response, either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
