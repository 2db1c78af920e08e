namespace Jirani.Infrastructure.Flutterwave;

/// <summary>v4's calls for one attempt. A turn begun anew has other bodies, so its steps have other names.</summary>
internal static class ChargeSteps
{
    public static FlutterwaveCall Search(ChargeRequest request, string email, string turn) =>
        FlutterwaveCall.Post("customers/search", request.AttemptId, "search" + turn, new { email });

    public static FlutterwaveCall Customer(ChargeRequest request, string email, string turn)
    {
        var name = PersonName.From(request.PayerName);
        return FlutterwaveCall.Post("customers", request.AttemptId, "customer" + turn, new
        {
            email,
            name = new { first = name.First, last = name.Last },
            phone = new { country_code = request.Payer?.DiallingCode, number = request.Payer?.National },
        });
    }

    public static FlutterwaveCall Method(ChargeRequest request, string turn) => FlutterwaveCall.Post("payment-methods", request.AttemptId, "method" + turn, new
    {
        type = "mobile_money",
        mobile_money = new { country_code = request.Payer?.DiallingCode, network = request.Network, phone_number = request.Payer?.National },
    });

    /// <summary>An address to return to is taken with https only.</summary>
    public static FlutterwaveCall Charge(ChargeRequest request, string customer, string method, string turn)
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

    public static FlutterwaveCall ByReference(string reference) => FlutterwaveCall.Get($"charges?reference={Uri.EscapeDataString(reference)}");
}
