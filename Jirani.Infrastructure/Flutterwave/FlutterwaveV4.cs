using System.Net;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>v4's general flow: customer, payment method, charge. Source: the provider's pages on mobile money, payment flows and errors.</summary>
public sealed class FlutterwaveV4(FlutterwaveHttp http, FlutterwaveCustomers customers) : IPaymentGateway
{
    private const string CustomerGone = "1101422";
    private const string MethodGone = "1102422";
    private const string AlreadyRefunded = "1404400";

    public bool AsksThePayer => false;

    public async Task<StartOutcome> StartAsync(ChargeRequest request, CancellationToken cancellationToken)
    {
        var outcome = await ChainAsync(request, isAnew: false, cancellationToken);
        return outcome is StartOutcome.Refused { Code: CustomerGone or MethodGone }
            ? await ChainAsync(request, isAnew: true, cancellationToken)
            : outcome;
    }

    public async Task<QueryOutcome> QueryAsync(string reference, string? chargeId, CancellationToken cancellationToken)
    {
        var path = chargeId is null ? $"charges?reference={Uri.EscapeDataString(reference)}" : $"charges/{Uri.EscapeDataString(chargeId)}";
        var answer = await http.SendAsync(FlutterwaveCall.Get(path), cancellationToken);
        return answer switch
        {
            null => new QueryOutcome.Unknown("no answer"),
            { Status: HttpStatusCode.NotFound } => new QueryOutcome.NotFound(),
            { IsSuccess: false } => new QueryOutcome.Unknown(answer.Code),
            _ when chargeId is null && !answer.Data.Elements().Any() => new QueryOutcome.NotFound(),
            _ => ChargeReports.Read(chargeId is null ? answer.Data.Elements().First() : answer.Data) is { } report
                ? new QueryOutcome.Found(report, answer.Body)
                : new QueryOutcome.Unknown("no charge in the answer"),
        };
    }

    public async Task<RefundOutcome> RefundAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(FlutterwaveCall.Post("refunds", request.RefundId, "refund", new
        {
            charge_id = request.ChargeId,
            amount = request.Amount.Amount,
            reason = request.IsDuplicate ? "duplicate" : "requested_by_customer",
        }), cancellationToken);
        return answer switch
        {
            null => new RefundOutcome.Unknown("no answer"),
            { IsSuccess: true } => RefundReports.Read(answer.Data, isFirstAnswer: true),
            { IsPassing: true } => new RefundOutcome.Unknown(answer.Code),
            { Code: AlreadyRefunded } => new RefundOutcome.Refused(answer.Code, "Flutterwave says that this payment was given back before. Look it up there."),
            _ => new RefundOutcome.Refused(answer.Code, $"Flutterwave does not give it back ({answer.Code}). Look at the balance with them, then try again."),
        };
    }

    public async Task<RefundOutcome> QueryRefundAsync(string refundId, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(FlutterwaveCall.Get($"refunds/{Uri.EscapeDataString(refundId)}"), cancellationToken);
        return answer is { IsSuccess: true } ? RefundReports.Read(answer.Data, isFirstAnswer: false) : new RefundOutcome.Unknown(answer?.Code ?? "no answer");
    }

    /// <param name="request">What is asked for.</param>
    /// <param name="isAnew">The provider no longer knows who or what was remembered.</param>
    /// <param name="cancellationToken">Leaves it unknown.</param>
    private async Task<StartOutcome> ChainAsync(ChargeRequest request, bool isAnew, CancellationToken cancellationToken)
    {
        var turn = isAnew ? " anew" : "";
        var (customer, ended) = await CustomerAsync(request, turn, cancellationToken);
        if (customer is null)
        {
            return ended!;
        }

        var method = await http.SendAsync(Method(request, turn), cancellationToken);
        if (method?.Data.Text("id"u8) is not { } methodId || !method.IsSuccess)
        {
            return Ended(method);
        }

        var charge = await http.SendAsync(Charge(request, customer, methodId, turn), cancellationToken);
        return charge switch
        {
            { IsSuccess: true } => Started(charge),
            { Status: HttpStatusCode.Conflict } => await AdoptAsync(request.Reference, cancellationToken),
            _ => Ended(charge),
        };
    }

    private async Task<(string? Id, StartOutcome? Ended)> CustomerAsync(ChargeRequest request, string turn, CancellationToken cancellationToken)
    {
        var email = customers.Email(request);
        if (turn.Length == 0 && await customers.FindAsync(email, cancellationToken) is { } known)
        {
            return (known, null);
        }

        var answer = await http.SendAsync(Customer(request, email, turn), cancellationToken);
        var id = answer is { Status: HttpStatusCode.Conflict } ? await SearchAsync(request, email, turn, cancellationToken)
            : answer is { IsSuccess: true } ? answer.Data.Text("id"u8)
            : null;
        if (id is null)
        {
            return (null, answer is { Status: HttpStatusCode.Conflict } ? new StartOutcome.Unknown("the customer is not found") : Ended(answer));
        }

        await customers.KeepAsync(email, id, cancellationToken);
        return (id, null);
    }

    private async Task<string?> SearchAsync(ChargeRequest request, string email, string turn, CancellationToken cancellationToken)
    {
        var found = await http.SendAsync(FlutterwaveCall.Post("customers/search", request.AttemptId, "search" + turn, new { email }), cancellationToken);
        return found?.Data.Elements()
            .FirstOrDefault(customer => string.Equals(customer.Text("email"u8), email, StringComparison.OrdinalIgnoreCase))
            .Text("id"u8);
    }

    private static FlutterwaveCall Customer(ChargeRequest request, string email, string turn)
    {
        var name = PersonName.From(request.PayerName);
        return FlutterwaveCall.Post("customers", request.AttemptId, "customer" + turn, new
        {
            email,
            name = new { first = name.First, last = name.Last },
            phone = new { country_code = request.Payer!.Value.DiallingCode, number = request.Payer.Value.National },
        });
    }

    private static FlutterwaveCall Method(ChargeRequest request, string turn) => FlutterwaveCall.Post("payment-methods", request.AttemptId, "method" + turn, new
    {
        type = "mobile_money",
        mobile_money = new { country_code = request.Payer!.Value.DiallingCode, network = request.Network, phone_number = request.Payer.Value.National },
    });

    /// <summary>An address to return to is taken with https only.</summary>
    private static FlutterwaveCall Charge(ChargeRequest request, string customer, string method, string turn)
    {
        var body = new Dictionary<string, object>
        {
            ["amount"] = request.Amount.Amount,
            ["currency"] = request.Amount.Currency.Code,
            ["reference"] = request.Reference,
            ["customer_id"] = customer,
            ["payment_method_id"] = method,
            ["meta"] = new { payment_transaction_id = request.AttemptId.ToString("D"), store = request.StoreName, order = request.OrderNumber },
        };
        if (request.ReturnTo.Scheme == Uri.UriSchemeHttps)
        {
            body["redirect_url"] = request.ReturnTo.AbsoluteUri;
        }

        return FlutterwaveCall.Post("charges", request.AttemptId, "charge" + turn, body);
    }

    private static StartOutcome Started(FlutterwaveAnswer answer) => ChargeReports.Read(answer.Data) is { } charge
        ? new StartOutcome.Started(charge, NextActions.Read(answer.Data.Find("next_action"u8)))
        : new StartOutcome.Unknown("no charge in the answer");

    /// <summary>The reference is taken: by this very attempt, whose first answer was lost.</summary>
    private async Task<StartOutcome> AdoptAsync(string reference, CancellationToken cancellationToken) =>
        await QueryAsync(reference, null, cancellationToken) is QueryOutcome.Found { Charge: var charge }
            ? new StartOutcome.Started(charge, charge.Status == ChargeStatus.Pending ? new NextAction.Prompt(null) : new NextAction.Other(null))
            : new StartOutcome.Unknown("the charge exists and cannot be read");

    /// <summary>A no is final only where the provider said it; silence and trouble on its side leave it open.</summary>
    private static StartOutcome Ended(FlutterwaveAnswer? answer) => answer switch
    {
        null => new StartOutcome.Unknown("no answer"),
        { IsSuccess: true } => new StartOutcome.Unknown("no id in the answer"),
        { IsPassing: true } => new StartOutcome.Unknown(answer.Code),
        _ => FlutterwaveRefusals.Of(answer),
    };
}
