using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Infrastructure.Payments;

/// <param name="Id">Of the row.</param>
/// <param name="Told">Null where its body cannot be read any more.</param>
/// <param name="Attempts">How often it was taken up, this time included.</param>
/// <param name="Age">Since it came.</param>
internal sealed record DueEvent(long Id, ProviderEvent? Told, int Attempts, TimeSpan Age);
