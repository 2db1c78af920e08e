namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Faults for the next charges, in order, behind those already waiting.</summary>
internal sealed record PaymentFaultRequest(IReadOnlyList<PaymentFaults> Next);
