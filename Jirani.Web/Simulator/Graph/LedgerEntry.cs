namespace Jirani.Web.Simulator.Graph;

/// <summary>One accepted call as tests read it.</summary>
internal sealed record LedgerEntry(
    string Id, string PhoneNumberId, string? To, string? Recipient, string? CallbackData, string Type, string? Text, DateTimeOffset At);
