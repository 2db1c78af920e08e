using System.Net.Mail;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Npgsql;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Payments;

/// <summary>A wish to pay, judged under the order's lock.</summary>
/// <param name="Answer">What is known already; null where the provider is to be asked.</param>
/// <param name="Request">For the provider; null where nothing is to be begun.</param>
internal sealed record OpenedAttempt(PaymentStart? Answer, ChargeRequest? Request)
{
    private const int MostEmail = 254;

    /// <summary>Adds the attempt's row where there is to be one.</summary>
    /// <param name="locked">The order.</param>
    /// <param name="batch">To which the row is added.</param>
    /// <param name="choice">As it came.</param>
    /// <param name="gatewayAsks">The provider's own page asks for number and network.</param>
    public static OpenedAttempt Open(LockedOrder locked, NpgsqlBatch batch, PayerChoice choice, bool gatewayAsks)
    {
        var fault = Payability.Fault(locked.Placed) ?? Payability.LimitFault(locked.Placed, locked.All.Select(payment => payment.CreatedAt), locked.Now);
        if (fault is not null)
        {
            return Answered(new PaymentStart.NotPayable(fault));
        }

        if (locked.Live is { } live && live.Id != choice.InsteadOf)
        {
            return Answered(live.ToStart());
        }

        var payer = PayerNumber.Parse(string.IsNullOrWhiteSpace(choice.Phone) ? locked.CustomerPhone : choice.Phone, locked.Store.Country);
        var network = MobileNetworks.Find(locked.Store.Country, choice.Network);
        if (Wrong(choice, gatewayAsks, payer, network) is { } wrong)
        {
            return Answered(wrong);
        }

        var id = Guid.NewGuid();
        var request = locked.ToRequest(id, gatewayAsks ? null : payer, gatewayAsks ? null : network?.Code) with
        {
            Email = Given(choice.Email),
            PayerName = Given(choice.Name) ?? locked.CustomerName,
        };
        Add(batch, locked, request, beginsLater: false);
        return new OpenedAttempt(null, request);
    }

    /// <summary>Adds the row of an attempt, in the place of those that wait.</summary>
    /// <param name="batch">To which it is added.</param>
    /// <param name="locked">The order.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="beginsLater">A worker begins it.</param>
    public static void Add(NpgsqlBatch batch, LockedOrder locked, ChargeRequest request, bool beginsLater)
    {
        batch.Add(SettlementStatements.Supersede, Value(locked.StoreId), Value(locked.Placed.Id), Value(request.AttemptId));
        batch.Add(
            SettlementStatements.Begin, Value(locked.StoreId), Value(locked.Placed.Id), Value(request.AttemptId), Value(request.Reference),
            Value(request.Amount.Amount), Value(request.Amount.Currency.Code), Value(request.Payer?.Digits), Value(request.Network),
            Value(beginsLater), Value(PollSchedule.Wait(TimeSpan.Zero, 0)));
    }

    private static PaymentStart.Wrong? Wrong(PayerChoice choice, bool gatewayAsks, PayerNumber? payer, MobileNetwork? network) => choice switch
    {
        { Email: { } email } when Given(email) is not null && !IsEmail(email) =>
            new PaymentStart.Wrong("email", "This is no email address. Leave it empty if you have none."),
        _ when gatewayAsks => null,
        _ when payer is null => new PaymentStart.Wrong("phone", "Write the number that pays, such as 0712 345 678."),
        _ when network is null => new PaymentStart.Wrong("network", "Choose with which mobile money you pay."),
        _ => null,
    };

    private static bool IsEmail(string text) => text.Length <= MostEmail && MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim();

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static OpenedAttempt Answered(PaymentStart answer) => new(answer, null);
}
