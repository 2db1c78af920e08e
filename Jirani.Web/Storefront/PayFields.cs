using Jirani.Domain.Payments;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;

namespace Jirani.Web.Storefront;

/// <summary>What stands in the form of the pay page.</summary>
/// <param name="Payer">Which number pays: one of the words below, because whoever has the link must not read the numbers.</param>
/// <param name="Phone">As it was typed.</param>
/// <param name="Network">Flutterwave's code; null while none is chosen.</param>
/// <param name="InsteadOf">The attempt that this one replaces; null where none is under way.</param>
public sealed record PayFields(string Payer, string? Phone, string? Network, Guid? InsteadOf)
{
    public const string Chat = "chat";
    public const string Last = "last";
    public const string Other = "other";

    /// <summary>The number and network used last, else those of the chat; nothing is chosen that nothing speaks for.</summary>
    public static PayFields Proposed(PublicOrder order, PayView view)
    {
        var networks = MobileNetworks.Of(order.Country);
        var suggested = order.ChatPayer is { } payer ? MobileNetworks.Suggested(order.Country, payer)?.Code : null;
        return new PayFields(
            view.Attempt?.Payer is { } last && last.Digits != order.ChatPayer?.Digits ? Last : order.ChatPayer is null ? Other : Chat,
            null,
            view.Attempt?.Network ?? suggested ?? (networks is [{ } only] ? only.Code : null),
            view.CanReplace ? view.Attempt?.Id : null);
    }

    public static PayFields From(IFormCollection form) => new(
        form["payer"].ToString(),
        form["phone"].ToString(),
        form["network"].ToString(),
        Guid.TryParseExact(form["insteadOf"], "D", out var id) ? id : null);

    /// <summary>Null where another number is to pay and none was typed.</summary>
    public PayerChoice? ToChoice(PayVisit visit)
    {
        var choice = new PayerChoice { Network = Network, InsteadOf = InsteadOf };
        return Payer switch
        {
            _ when visit.AsksThePayer => choice,
            Chat when visit.Order.ChatPayer is not null => choice,
            Last when visit.View.Attempt?.Payer is { } last => choice with { Phone = last.Digits },
            _ => string.IsNullOrWhiteSpace(Phone) ? null : choice with { Phone = Phone },
        };
    }
}
