namespace Jirani.Tests.Payments;

/// <summary>Where the process would have been killed: nothing after the call happens.</summary>
internal sealed class CallerDiedException : Exception;
