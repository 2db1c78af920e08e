namespace Jirani.Web.Simulator.Graph;

/// <summary>A test tells when a customer last wrote to a number.</summary>
internal sealed record WindowRequest(string PhoneNumberId, string Customer, DateTimeOffset LastMessageAt);
