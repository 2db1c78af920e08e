namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A webhook with an id of its own that claims something about a charge, whatever the charge itself says.</summary>
/// <param name="Decision">Null claims that it is pending.</param>
/// <param name="Times">How many of them, each with its own id.</param>
internal sealed record ClaimRequest(string Reference, PromptDecision? Decision, int Times = 1);
