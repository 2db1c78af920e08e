using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>What the payer is told when the API said no: what to change, without the API's own words.</summary>
internal static class FlutterwaveRefusals
{
    private const string NotSetUp = "The shop's mobile money is not set up right. Pay another way, or ask the shop.";

    public static StartOutcome.Refused Of(FlutterwaveAnswer answer) => new(answer.Code, answer.Code switch
    {
        "1130400" => "The amount is below what mobile money takes. Ask the shop how to pay.",
        "1125400" or "1126400" => "This mobile money cannot pay in the shop's currency. Use another number.",
        "1127400" => "This mobile money cannot be charged now. Choose another.",
        "1141400" or "1101422" or "1102422" => NotSetUp,
        _ when (int)answer.Status is < 400 or 401 or 403 or 404 or 405 => NotSetUp,
        _ when Says(answer, "currency") => "This mobile money cannot pay in the shop's currency. Use another number.",
        _ when Says(answer, "amount") => "Mobile money did not take this amount. Ask the shop how to pay.",
        _ => "Mobile money did not take this number. Look at the number and who it is with, then try again.",
    });

    /// <summary>General refusals tell in words, or by the field, what they are about.</summary>
    private static bool Says(FlutterwaveAnswer answer, string word)
    {
        var error = answer.Root.Find("error"u8);
        return error.Find("validation_errors"u8).Elements()
            .Select(fault => fault.Text("field"u8) ?? fault.Text("field_name"u8))
            .Append(error.Text("message"u8))
            .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) is true);
    }
}
