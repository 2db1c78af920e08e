namespace Jirani.Infrastructure.Flutterwave;

/// <summary>What the payer is told when the API said no: what to change, without the API's own words.</summary>
internal static class FlutterwaveRefusals
{
    public static StartOutcome.Refused Of(FlutterwaveAnswer answer) => new(answer.Code, answer.Code switch
    {
        "1130400" => "The amount is below what mobile money takes. Ask the shop how to pay.",
        "1125400" or "1126400" => "This mobile money cannot pay in the shop's currency. Use another number.",
        "1127400" => "This mobile money cannot be charged now. Choose another.",
        _ when (int)answer.Status is 401 or 403 or 404 or 405 => "The shop's mobile money is not set up right. Pay another way, or ask the shop.",
        _ => "Mobile money did not take this number. Look at the number and who it is with, then try again.",
    });
}
