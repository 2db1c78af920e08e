namespace Jirani.Web.Simulator.Graph;

/// <summary>A message the emulated Graph took on, under the id it gave it.</summary>
internal sealed record AcceptedCall(SimulatedStore Store, string Id, GraphMessageBody Message, DateTimeOffset At);
