namespace Jirani.Infrastructure.Customers;

/// <summary>One entry of the record of consent.</summary>
/// <param name="Source">How it came to be: <c>first_message</c>, <c>keyword</c>, <c>merge</c> and so on.</param>
public sealed record ConsentStep(bool IsOptedIn, string Source, DateTimeOffset At);
