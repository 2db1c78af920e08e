namespace Jirani.Web.Simulator.Flutterwave;

/// <param name="ApproveAfterMs">Null leaves prompts to a person again.</param>
internal sealed record AutopilotRequest(double? ApproveAfterMs);
