namespace Jirani.Tests.Messaging.Sending;

internal sealed record TakenLedger(IReadOnlyList<Taken> Accepted, long AcceptedTotal, IReadOnlyList<string> AcceptedTwice, IReadOnlyDictionary<int, long> Refused);
