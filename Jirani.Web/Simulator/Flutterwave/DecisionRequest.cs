namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>A test ends a prompt: of one reference, or the newest on one phone.</summary>
/// <param name="Phone">Digits with the dialling code.</param>
internal sealed record DecisionRequest(PromptDecision Decision, string? Reference, string? Phone);
