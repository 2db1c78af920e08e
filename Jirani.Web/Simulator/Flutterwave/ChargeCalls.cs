using System.Text.Json;
using System.Text.RegularExpressions;
using Jirani.Web.Simulator.Graph;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Charges in version 4.</summary>
internal sealed partial class ChargeCalls(
    ChargeBook book, PayerBook payers, PaymentFaultScript script, Autopilot autopilot, TimeProvider time, IOptions<MoneyOptions> options)
{
    public FlutterwaveReply Create(JsonElement body)
    {
        var payer = payers.Find(body.Text("customer_id"));
        var wallet = payers.FindWallet(body.Text("payment_method_id"));
        var refusal = CheckForm(body)
            ?? (payer is null ? FlutterwaveRefusal.CustomerUnknown : null)
            ?? (wallet is null ? FlutterwaveRefusal.MethodUnknown : CheckMoney(body, wallet.Country))
            ?? (book.FindByReference(body.Text("reference")!) is null ? null : FlutterwaveRefusal.ReferenceExists);
        return refusal is null ? TakeOn(Read(body, payer!, wallet!)) : FlutterwaveReply.Refused(refusal);
    }

    public FlutterwaveReply Show(string id) => book.Find(id) is { IsHosted: false } charge
        ? FlutterwaveReply.Success(200, "Charge fetched", Body(charge))
        : FlutterwaveReply.Refused(FlutterwaveRefusal.ChargeNotFound);

    public FlutterwaveReply List(string? reference) =>
        FlutterwaveReply.Listed("Charges fetched", [.. book.All.Where(charge => !charge.IsHosted && charge.Reference == (reference ?? charge.Reference)).Select(Body)]);

    private static FlutterwaveRefusal? CheckForm(JsonElement body) =>
        !Reference().IsMatch(body.Text("reference") ?? "") ? FlutterwaveRefusal.Invalid("reference", "must be 6 to 42 letters, digits or dashes")
        : Amount(body) is not > 0 ? FlutterwaveRefusal.Invalid("amount", "must be a positive number")
        : body.Text("redirect_url") is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "https") ? FlutterwaveRefusal.RedirectUrl
        : null;

    private static FlutterwaveRefusal? CheckMoney(JsonElement body, MoneyCountry country) =>
        body.Text("currency") != country.Currency ? FlutterwaveRefusal.Currency(country)
        : Amount(body) < country.Minimum ? FlutterwaveRefusal.BelowMinimum
        : !country.Takes(Amount(body)!.Value) ? FlutterwaveRefusal.Invalid("amount", $"has more decimals than {country.Currency}")
        : null;

    private static decimal? Amount(JsonElement body) =>
        body.Member("amount") is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var amount) ? amount : null;

    private Charge Read(JsonElement body, Payer payer, Wallet wallet) => new()
    {
        Id = FlutterwaveIds.New("chg"),
        Reference = body.Text("reference")!,
        Amount = Amount(body)!.Value,
        Country = wallet.Country,
        Payer = payer,
        Wallet = wallet,
        Meta = Metadata.Of(body),
        RedirectUrl = body.Text("redirect_url"),
        CreatedAt = time.GetUtcNow(),
        SaidAmount = Amount(body)!.Value,
        SaidCurrency = wallet.Country.Currency,
        Faults = script.Next(),
    };

    private FlutterwaveReply TakeOn(Charge charge)
    {
        var fault = charge.Faults ?? script.Standing;
        if (!fault.TakesOn)
        {
            return FlutterwaveReply.Refused(FlutterwaveRefusal.TooMany) with { Fault = fault };
        }

        book.TryAdd(charge);
        autopilot.Meet(charge);
        return FlutterwaveReply.Success(201, "Charge created", Body(charge)) with { Fault = fault, Charge = charge };
    }

    private object Body(Charge charge) => ChargeBody.Answer(charge, charge.IsSettled(time.GetUtcNow(), options.Value.SettleAfter));

    [GeneratedRegex("^[A-Za-z0-9-]{6,42}$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
