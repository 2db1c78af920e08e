using System.Net;
using System.Text.Json;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>v4's general flow: customer, payment method, charge. Source: the provider's pages on mobile money, payment flows and errors.</summary>
public sealed class FlutterwaveV4(FlutterwaveHttp http, FlutterwaveCustomers customers, TimeProvider clock) : IPaymentGateway
{
    private const string CustomerGone = "1101422";
    private const string MethodGone = "1102422";
    private const string AlreadyRefunded = "1404400";

    public bool AsksThePayer => false;

    public async Task<StartOutcome> StartAsync(ChargeRequest request, CancellationToken cancellationToken)
    {
        if (request is not { Payer: not null, Network: not null })
        {
            return new StartOutcome.Refused("no_payer", "Choose the number and the network to pay with, then try again.");
        }

        using var patience = new CancellationTokenSource(FlutterwaveHttp.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var outcome = await ChainAsync(request, isAnew: false, either.Token);
            return outcome is StartOutcome.Refused { Code: CustomerGone or MethodGone }
                ? await ChainAsync(request, isAnew: true, either.Token)
                : outcome;
        }
        catch (OperationCanceledException)
        {
            return new StartOutcome.Unknown("no answer");
        }
    }

    public async Task<QueryOutcome> QueryAsync(string reference, string? chargeId, CancellationToken cancellationToken)
    {
        var call = chargeId is null ? ChargeSteps.ByReference(reference) : FlutterwaveCall.Get($"charges/{Uri.EscapeDataString(chargeId)}");
        var answer = await http.SendAsync(call, cancellationToken);
        return answer switch
        {
            null => new QueryOutcome.Unknown("no answer"),
            { Status: HttpStatusCode.NotFound, IsNo: true } => new QueryOutcome.NotFound(),
            { IsSuccess: false } => new QueryOutcome.Unknown(answer.Code),
            _ when chargeId is null && answer.Data is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0 => new QueryOutcome.NotFound(),
            _ => ChargeReports.Read(chargeId is null ? OfReference(answer, reference) : answer.Data) is { } report
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
            { Code: AlreadyRefunded } => await GivenBackAsync(request, cancellationToken),
            { IsNo: false } => new RefundOutcome.Unknown(answer.Code),
            _ => new RefundOutcome.Refused(answer.Code, $"Flutterwave does not give it back ({answer.Code}). Look at the balance with them, then try again."),
        };
    }

    public async Task<RefundOutcome> QueryRefundAsync(string refundId, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(FlutterwaveCall.Get($"refunds/{Uri.EscapeDataString(refundId)}"), cancellationToken);
        return answer is { IsSuccess: true } ? RefundReports.Read(answer.Data, isFirstAnswer: false) : new RefundOutcome.Unknown(answer?.Code ?? "no answer");
    }

    /// <summary>It may be this very refund that was given back, its answer lost and its key forgotten.</summary>
    private async Task<RefundOutcome> GivenBackAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(FlutterwaveCall.Get($"refunds?charge_id={Uri.EscapeDataString(request.ChargeId)}"), cancellationToken);
        if (answer is not { IsSuccess: true, Data.ValueKind: JsonValueKind.Array })
        {
            return new RefundOutcome.Unknown(answer?.Code ?? "no answer");
        }

        return RefundReports.Of(answer.Data, request) switch
        {
            [var only] => RefundReports.Read(only, isFirstAnswer: true),
            [] => new RefundOutcome.Refused(AlreadyRefunded, "Flutterwave says that this payment was given back before. Look it up there."),
            _ => new RefundOutcome.Unknown("several refunds may be this one"),
        };
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

        var method = await http.SendAsync(ChargeSteps.Method(request, turn), cancellationToken);
        if (method?.Data.Text("id"u8) is not { } methodId || !method.IsSuccess)
        {
            return Ended(method);
        }

        var charge = await http.SendAsync(ChargeSteps.Charge(request, customer, methodId, turn), cancellationToken);
        return charge switch
        {
            { IsSuccess: true } => Started(charge.Data),
            { Status: HttpStatusCode.Conflict } => await AdoptAsync(request.Reference, cancellationToken),
            { IsNo: false } => new StartOutcome.Unknown(charge.Code),
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

        var answer = await http.SendAsync(ChargeSteps.Customer(request, email, turn), cancellationToken);
        var isKnown = answer is { Status: HttpStatusCode.Conflict };
        answer = isKnown ? await http.SendAsync(ChargeSteps.Search(request, email, turn), cancellationToken) : answer;
        if (answer is not { IsSuccess: true } || Id(answer.Data, email, isKnown) is not { } id)
        {
            return (null, Ended(answer));
        }

        await customers.KeepAsync(email, id, cancellationToken);
        return (id, null);
    }

    /// <param name="found">One customer, or a list of those that a search found.</param>
    /// <param name="email">Whose id it is.</param>
    /// <param name="isList">What was found may be others too.</param>
    private static string? Id(JsonElement? found, string email, bool isList) => isList
        ? found.Elements().FirstOrDefault(customer => string.Equals(customer.Text("email"u8), email, StringComparison.OrdinalIgnoreCase)).Text("id"u8)
        : found.Text("id"u8);

    private static StartOutcome Started(JsonElement? charge) => ChargeReports.Read(charge) is { } report
        ? new StartOutcome.Started(report, NextActions.Read(charge.Find("next_action"u8)))
        : new StartOutcome.Unknown("no charge in the answer");

    /// <summary>The reference is taken: by this very attempt, whose first answer was lost.</summary>
    private async Task<StartOutcome> AdoptAsync(string reference, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(ChargeSteps.ByReference(reference), cancellationToken);
        return answer is not { IsSuccess: true } || OfReference(answer, reference) is not { } charge
            ? new StartOutcome.Unknown("the charge exists and cannot be read")
            : Started(charge) is StartOutcome.Started { Charge: { Status: ChargeStatus.Pending } report, Next: NextAction.Other { Type: null } }
                ? new StartOutcome.Started(report, new NextAction.Prompt(null))
                : Started(charge);
    }

    /// <summary>Null where the list has no such charge, as where the API does not look at the reference and lists others.</summary>
    private static JsonElement? OfReference(FlutterwaveAnswer answer, string reference) =>
        answer.Data.Elements().Where(charge => charge.Text("reference"u8) == reference).Cast<JsonElement?>().FirstOrDefault();

    /// <summary>A no is final only where the provider said it; silence and trouble on its side leave it open.</summary>
    private static StartOutcome Ended(FlutterwaveAnswer? answer) => answer switch
    {
        null => new StartOutcome.Unknown("no answer"),
        { IsSuccess: true } => new StartOutcome.Unknown("no id in the answer"),
        { IsPassing: true } => new StartOutcome.Unknown(answer.Code),
        _ => FlutterwaveRefusals.Of(answer),
    };
}
