namespace Jirani.Web.Simulator.Graph;

/// <summary>Faults for the next messages of one number, in order, behind those already waiting.</summary>
public sealed record FaultRequest(string PhoneNumberId, IReadOnlyList<ScriptedFault> Next);
