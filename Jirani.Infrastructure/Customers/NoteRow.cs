namespace Jirani.Infrastructure.Customers;

/// <summary>What the team remembers of a customer; never sent to anybody.</summary>
/// <param name="IsOwn">Whoever reads it wrote it, and may take it back.</param>
public sealed record NoteRow(Guid Id, string Text, DateTimeOffset CreatedAt, bool IsOwn);
