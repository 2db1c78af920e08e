using System.Diagnostics;
using System.Security.Cryptography;
using Jirani.Infrastructure.Stores;

namespace Jirani.Web.Commands;

/// <summary>`Jirani.Web open-store`: a store and its owner. The password is the first line of the input, or made and printed this once.</summary>
internal static class OpenStoreCommand
{
    private const string Usage = """
        Usage: open-store <slug> <name> <currency> <country> <time zone> <owner's email>
        such as: open-store mama-otieno "Mama Otieno" KES KE Africa/Nairobi otieno@example.org
        A new owner's password is read from standard input; without one it is made and printed.
        """;

    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 16;

    public static async Task<int> RunAsync(IServiceProvider services, string[] words, CancellationToken cancellationToken)
    {
        if (words is not [var slug, var name, var currency, var country, var timeZone, var email])
        {
            await Console.Error.WriteLineAsync(Usage);
            return 1;
        }

        var given = Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancellationToken) : null;
        var password = string.IsNullOrEmpty(given) ? RandomNumberGenerator.GetString(PasswordLetters, PasswordLength) : given;
        var store = new NewStore { Slug = slug, Name = name, Currency = currency, Country = country, TimeZone = timeZone, OwnerEmail = email };
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<StoreOpening>().OpenAsync(store, password, cancellationToken);
        return await TellAsync(outcome, store, password == given ? null : password);
    }

    /// <param name="outcome">What came of it.</param>
    /// <param name="store">What was asked for.</param>
    /// <param name="madePassword">Null where the caller brought one and knows it.</param>
    private static async Task<int> TellAsync(StoreOpeningOutcome outcome, NewStore store, string? madePassword)
    {
        switch (outcome)
        {
            case StoreOpeningOutcome.Opened opened:
                await Console.Out.WriteLineAsync($"The store {store.Slug} is open. {Owner(opened, store, madePassword)}");
                return 0;
            case StoreOpeningOutcome.SlugTaken:
                await Console.Error.WriteLineAsync($"There is a store {store.Slug} already: choose another slug.");
                return 1;
            case StoreOpeningOutcome.Refused refused:
                await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, refused.Faults));
                return 1;
            default:
                throw new UnreachableException();
        }
    }

    private static string Owner(StoreOpeningOutcome.Opened opened, NewStore store, string? madePassword) => opened.IsNewOwner switch
    {
        false => $"{store.OwnerEmail} signs in as before.",
        true when madePassword is null => $"{store.OwnerEmail} signs in with the password you gave.",
        true => $"{store.OwnerEmail} signs in with the password {madePassword} (shown this once).",
    };
}
