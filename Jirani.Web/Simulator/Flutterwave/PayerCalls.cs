using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jirani.Domain.Payments;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Customers, payment methods and networks.</summary>
internal sealed partial class PayerCalls(PayerBook payers, TimeProvider time)
{
    private static readonly string[] _parts = ["first", "middle", "last"];

    public FlutterwaveReply AddCustomer(JsonElement body)
    {
        var name = body.Member("name");
        var phone = body.Member("phone");
        if (!MailAddress.TryCreate(body.Text("email"), out var email))
        {
            return Invalid("email", "must be a valid email");
        }

        if (_parts.FirstOrDefault(part => name.Member(part) is not null && !NamePart().IsMatch(name.Text(part) ?? "")) is { } wrong)
        {
            return Invalid($"name.{wrong}", "must be 2 to 50 letters, spaces, commas, full stops, apostrophes or hyphens");
        }

        if (phone is not null && (MoneyCountry.OfCode(phone.Text("country_code")) is null || !Digits().IsMatch(phone.Text("number") ?? "")))
        {
            return Invalid("phone", "must have a country code and a national number without its leading zero");
        }

        var payer = new Payer
        {
            Id = FlutterwaveIds.New("cus"),
            Email = email.Address,
            First = name.Text("first"),
            Last = name.Text("last"),
            Phone = phone is null ? null : (phone.Text("country_code")!, phone.Text("number")!),
            Meta = Metadata.Of(body),
            CreatedAt = time.GetUtcNow(),
        };
        return payers.TryAdd(payer)
            ? FlutterwaveReply.Success(201, "Customer created", payer.ToBody())
            : FlutterwaveReply.Refused(FlutterwaveRefusal.CustomerExists);
    }

    public FlutterwaveReply SearchCustomers(JsonElement body) => body.Text("email") is { } email
        ? FlutterwaveReply.Listed("Customers fetched", payers.FindByEmail(email) is { } payer ? [payer.ToBody()] : [])
        : Invalid("email", "must be a valid email");

    public FlutterwaveReply ShowCustomer(string id) => payers.Find(id) is { } payer
        ? FlutterwaveReply.Success(200, "Customer fetched", payer.ToBody())
        : FlutterwaveReply.Refused(FlutterwaveRefusal.NotFound);

    public FlutterwaveReply AddMethod(JsonElement body)
    {
        var money = body.Member("mobile_money");
        var country = MoneyCountry.OfCode(money.Text("country_code"));
        if (body.Text("type") != "mobile_money" || money is null)
        {
            return FlutterwaveReply.Refused(FlutterwaveRefusal.MethodType);
        }

        if (country is null)
        {
            return FlutterwaveReply.Refused(FlutterwaveRefusal.Country);
        }

        if (MobileNetworks.Find(country.Iso, money.Text("network")) is not { } network)
        {
            return FlutterwaveReply.Refused(FlutterwaveRefusal.Network);
        }

        if (money.Text("phone_number") is not { } number || PayerNumber.Parse(number, country.Iso)?.National != number)
        {
            return Invalid("mobile_money.phone_number", "must be a national number without its leading zero");
        }

        var wallet = new Wallet(FlutterwaveIds.New("pmd"), country, network, number, Metadata.Of(body), time.GetUtcNow());
        payers.Add(wallet);
        return FlutterwaveReply.Success(201, "Payment method created", wallet.ToBody());
    }

    public static FlutterwaveReply ListNetworks(string? iso) => MoneyCountry.OfIso(iso) is { } country
        ? FlutterwaveReply.Success(200, "Mobile networks fetched", MobileNetworks.Of(country.Iso).Select(network => new
        {
            id = $"mnt_{country.Iso}{network.Code}",
            network = network.Code,
            name = $"{network.Name} {country.Name}",
        }))
        : FlutterwaveReply.Refused(FlutterwaveRefusal.Country);

    private static FlutterwaveReply Invalid(string field, string sentence) => FlutterwaveReply.Refused(FlutterwaveRefusal.Invalid(field, sentence));

    // Seen by two integrations in Flutterwave's sandbox; its documents do not say it.
    [GeneratedRegex(@"^[\p{L}\p{M},.' -]{2,50}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePart();

    [GeneratedRegex("^[1-9][0-9]{6,11}$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
