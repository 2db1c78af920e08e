using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Version 3: a page asks the payer.</summary>
internal sealed class HostedCalls(ChargeBook book, PaymentFaultScript script, TimeProvider time)
{
    /// <param name="body">Of the call.</param>
    /// <param name="site">The address at which the page will be found.</param>
    public FlutterwaveReply Create(JsonElement? body, string site)
    {
        var customer = body.Member("customer");
        if (body.Text("tx_ref") is not { Length: > 0 } reference || !MailAddress.TryCreate(customer.Text("email"), out _))
        {
            return FlutterwaveReply.RefusedV3(400, "tx_ref and customer.email are required");
        }

        if (Amount(body) is not > 0 || MoneyCountry.OfCurrency(body.Text("currency")) is not { } country || !country.Takes(Amount(body)!.Value))
        {
            return FlutterwaveReply.RefusedV3(400, "amount and currency must be one that mobile money takes");
        }

        // The same reference asked for again is the same page.
        return book.FindByReference(reference) is { } known ? Link(known, site) : TakeOn(Read(body, reference, Amount(body)!.Value, country), site);
    }

    /// <summary>Before the payer has done something, Flutterwave knows no transaction.</summary>
    public static FlutterwaveReply Show(Charge? charge) => charge is { IsHosted: true, Decision: not null }
        ? FlutterwaveReply.Success(200, "Transaction fetched successfully", ChargeBodyV3.Answer(charge))
        : FlutterwaveReply.RefusedV3(404, "No transaction was found for this id");

    private FlutterwaveReply TakeOn(Charge charge, string site)
    {
        var fault = charge.Faults ?? script.Standing;
        if (fault.TakesOn)
        {
            book.TryAdd(charge);
            return Link(charge, site) with { Fault = fault with { IsBeforeAnswer = false }, Charge = charge };
        }

        return FlutterwaveReply.RefusedV3(429, "Too many requests") with { Fault = fault };
    }

    private static FlutterwaveReply Link(Charge charge, string site) =>
        FlutterwaveReply.Success(200, "Hosted Link", new { link = $"{site}/simulator/flutterwave/checkout/{charge.Id}" });

    private Charge Read(JsonElement? body, string reference, decimal amount, MoneyCountry country)
    {
        var customer = body.Member("customer");
        return new Charge
        {
            Id = FlutterwaveIds.NewNumber(),
            Reference = reference,
            Amount = amount,
            Country = country,
            Payer = new Payer
            {
                Id = FlutterwaveIds.NewNumber(),
                Email = customer.Text("email")!,
                First = customer.Text("name"),
                Phone = customer.Text("phonenumber") is { } phone ? ("", phone) : null,
                Meta = Metadata.None,
                CreatedAt = time.GetUtcNow(),
            },
            Meta = Metadata.Of(body),
            RedirectUrl = body.Text("redirect_url"),
            IsHosted = true,
            CreatedAt = time.GetUtcNow(),
            Faults = script.Next(),
            SaidAmount = amount,
            SaidCurrency = country.Currency,
        };
    }

    // Version 3 takes a number or a text.
    private static decimal? Amount(JsonElement? body) => body.Member("amount") switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var amount) => amount,
        { ValueKind: JsonValueKind.String } when decimal.TryParse(body.Text("amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) => amount,
        _ => null,
    };
}
