namespace Jirani.Domain.Payments;

/// <summary>
/// Why a payment failed, in the words that stand in the database. Flutterwave publishes no list of processor codes; those here
/// are of ISO 8583, which its two published ones (00 approved, 02 pending) fit.
/// </summary>
public static class FailureReason
{
    public const string WrongPin = "wrong_pin";
    public const string NoMoney = "no_money";
    public const string Cancelled = "cancelled";
    public const string NoAnswer = "no_answer";

    /// <summary>The provider said no before a charge existed.</summary>
    public const string Refused = "refused";

    public const string Voided = "voided";

    private const string Coded = "code ";

    /// <param name="code">The processor's; null when it gave none.</param>
    public static string Of(string? code) => code switch
    {
        "55" => WrongPin,
        "51" => NoMoney,
        "17" => Cancelled,
        "68" => NoAnswer,
        { Length: > 0 and <= 12 } => Coded + code,
        _ => Coded + "unknown",
    };

    /// <summary>What happened, as a sentence without a full stop: the PIN was wrong.</summary>
    public static string Words(string? reason) => reason switch
    {
        WrongPin => "the PIN was wrong",
        NoMoney => "there was not enough money",
        Cancelled => "it was cancelled on the phone",
        NoAnswer => "nobody answered on the phone",
        Refused => "mobile money refused it",
        Voided => "it was taken back",
        { } other when other.StartsWith(Coded, StringComparison.Ordinal) => $"mobile money refused it ({other})",
        _ => "mobile money refused it",
    };
}
