namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What the two versions of the API, and the payer's phone, say about a decision; null is a prompt that still waits.</summary>
internal static class PromptWords
{
    public static string Status(this PromptDecision? decision) => decision switch
    {
        null or PromptDecision.SwitchOff => "pending",
        PromptDecision.Approve => "succeeded",
        _ => "failed",
    };

    public static string StatusV3(this PromptDecision? decision) =>
        decision == PromptDecision.Approve ? "successful" : decision.Status();

    /// <summary>The processor's type and code.</summary>
    public static (string Type, string Code) Processor(this PromptDecision? decision) => decision switch
    {
        null or PromptDecision.SwitchOff => ("pending", "02"),
        PromptDecision.Approve => ("approved", "00"),
        PromptDecision.WrongPin => ("error", "55"),
        PromptDecision.NoMoney => ("error", "51"),
        PromptDecision.Cancel => ("error", "17"),
        _ => ("error", "68"),
    };

    /// <summary>What the payer reads afterwards.</summary>
    public static string Words(this PromptDecision decision) => decision switch
    {
        PromptDecision.Approve => "Paid",
        PromptDecision.WrongPin => "Not paid: the PIN was wrong",
        PromptDecision.NoMoney => "Not paid: not enough money",
        PromptDecision.Cancel => "Cancelled",
        PromptDecision.RunOut => "No answer",
        _ => "Switched off",
    };
}
