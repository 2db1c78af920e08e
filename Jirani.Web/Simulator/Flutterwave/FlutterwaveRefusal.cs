namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A call that Flutterwave would not accept, in the words of its error table.</summary>
internal sealed record FlutterwaveRefusal(int HttpStatus, string Type, string Code, string Message)
{
    /// <summary>The field at fault; null where none is named.</summary>
    public string? Field { get; private init; }

    /// <summary>What is wrong with the field.</summary>
    public string Sentence { get; private init; } = "";

    public static FlutterwaveRefusal Unauthorized { get; } = new(401, "UNAUTHORIZED", "10401", "Unauthorized");

    public static FlutterwaveRefusal NotFound { get; } = new(404, "RESOURCE_NOT_FOUND", "10404", "The resource was not found");

    public static FlutterwaveRefusal ChargeNotFound { get; } = new(404, "CHARGE_NOT_FOUND", "1110404", "Charge not found");

    public static FlutterwaveRefusal CustomerExists { get; } = new(409, "RESOURCE_CONFLICT", "10409", "Customer already exists");

    public static FlutterwaveRefusal ReferenceExists { get; } = new(409, "CHARGE_ALREADY_EXISTS", "1100409", "Charge with reference already exists");

    public static FlutterwaveRefusal CustomerUnknown { get; } = new(422, "CUSTOMER_NOT_FOUND", "1101422", "Customer not found");

    public static FlutterwaveRefusal MethodUnknown { get; } = new(422, "PAYMENT_METHOD_NOT_FOUND", "1102422", "Payment method not found");

    public static FlutterwaveRefusal BelowMinimum { get; } =
        new(400, "AMOUNT_BELOW_MINIMUM", "1130400", "Amount below the minimum for the payment type");

    public static FlutterwaveRefusal RedirectUrl { get; } = new(400, "REDIRECT_URL_INVALID", "1141400", "Redirect URL is invalid.");

    public static FlutterwaveRefusal Country { get; } =
        new(400, "MOBILE_MONEY_COUNTRY_NOT_SUPPORTED", "1126400", "Country not supported for Mobile Money.");

    public static FlutterwaveRefusal Network { get; } =
        new(400, "MOBILE_MONEY_NETWORK_NOT_SUPPORTED", "1127400", "Network not supported for Mobile Money.");

    public static FlutterwaveRefusal MethodType { get; } =
        new(400, "PAYMENT_METHOD_TYPE_MISSING", "1106400", "The type of the payment method is missing or not mobile_money.");

    public static FlutterwaveRefusal RefundNotFound { get; } = new(404, "REFUND_NOT_FOUND", "1401404", "Refund not found");

    public static FlutterwaveRefusal RefundTooMuch { get; } =
        new(400, "REFUND_AMOUNT_INVALID", "1402400", "Refund amount is more than what is left of the charge");

    public static FlutterwaveRefusal NothingToRefund { get; } = new(400, "CHARGE_NOT_SUCCESSFUL", "1403400", "Charge is not successful");

    public static FlutterwaveRefusal RefundedAlready { get; } = new(400, "CHARGE_ALREADY_REFUNDED", "1404400", "Charge was already refunded");

    public static FlutterwaveRefusal TooMany { get; } = new(429, "TOO_MANY_REQUESTS", "10429", "Too many requests");

    public static FlutterwaveRefusal Broken { get; } = new(500, "INTERNAL_SERVER_ERROR", "10500", "An unexpected server error occurred");

    public static FlutterwaveRefusal Down { get; } = new(503, "SERVICE_UNAVAILABLE", "10503", "Service unavailable");

    public static FlutterwaveRefusal Currency(MoneyCountry country) =>
        new(400, "REQUEST_NOT_VALID", "10400", $"Currency not supported for {country.Iso} Mobile Money.");

    public static FlutterwaveRefusal Invalid(string field, string sentence) =>
        new(400, "REQUEST_NOT_VALID", "10400", "Request is not valid") { Field = field, Sentence = sentence };
}
