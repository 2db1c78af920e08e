using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Customers;

/// <summary>What a team keeps of a customer. Written under the caller's own login: row-level security decides whether it may be.</summary>
public sealed class CustomerService(OwnerDatabase database, LiveUpdates live)
{
    private const int LongestNote = 2000;
    private const int LongestName = 120;

    private static readonly string[] _languages = ["en", "sw", "lg", "fr"];

    /// <returns>A sentence on why it was not kept; null where it was.</returns>
    public async Task<string?> AddNoteAsync(Guid ownerId, CustomerDetails customer, string text, CancellationToken cancellationToken) => text.Trim() switch
    {
        { Length: 0 } => "Write something first.",
        { Length: > LongestNote } => $"Too long for a note: {text.Trim().Length} of {LongestNote} characters.",
        var note => await WriteAsync(ownerId, customer, $"""
            insert into customer_notes (store_id, customer_id, text)
            select store_id, id, {note} from customers
            where store_id = {customer.StoreId} and id = {customer.Id} and store_id = any (array(select my_stores('inbox.write')))
            """, cancellationToken),
    };

    /// <summary>Only whoever wrote it can.</summary>
    public Task<string?> TakeNoteBackAsync(Guid ownerId, CustomerDetails customer, Guid noteId, CancellationToken cancellationToken) =>
        WriteAsync(ownerId, customer, $"delete from customer_notes where store_id = {customer.StoreId} and id = {noteId}", cancellationToken);

    /// <param name="language">One of en, sw, lg, fr; null forgets it.</param>
    public async Task<string?> SpeakAsync(Guid ownerId, CustomerDetails customer, string? language, CancellationToken cancellationToken) =>
        language is not null && !_languages.Contains(language)
            ? "This language is not known here."
            : await WriteAsync(ownerId, customer, $"update customers set language = {language} where store_id = {customer.StoreId} and id = {customer.Id}", cancellationToken);

    /// <param name="name">What the shop calls the customer.</param>
    public async Task<string?> RenameAsync(Guid ownerId, CustomerDetails customer, string name, CancellationToken cancellationToken) => name.Trim() switch
    {
        { Length: 0 or > LongestName } => $"A name needs 1 to {LongestName} characters.",
        var given => await WriteAsync(ownerId, customer, $"update customers set name = {given} where store_id = {customer.StoreId} and id = {customer.Id}", cancellationToken),
    };

    private async Task<string?> WriteAsync(Guid ownerId, CustomerDetails customer, FormattableString statement, CancellationToken cancellationToken)
    {
        if (await database.AsOwnerAsync(ownerId, (db, cancellation) => db.Database.ExecuteSqlAsync(statement, cancellation), cancellationToken) == 0)
        {
            return "Not kept: you may not change this customer, or they are gone.";
        }

        live.Publish([new StoreChange(customer.StoreId, ChangeKind.Customer, customer.Id)]);
        return null;
    }
}
