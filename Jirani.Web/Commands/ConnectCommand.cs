using System.Diagnostics;
using Jirani.Domain;
using Jirani.Infrastructure.Settings;
using Jirani.Infrastructure.Stores;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Commands;

/// <summary>`Jirani.Web connect`: a store's WhatsApp number. Secrets come by environment or input, never as arguments, which every process can read.</summary>
internal static class ConnectCommand
{
    private const string Usage = """
        Usage: connect <slug> <phone number id> <display number>
        such as: connect mama-otieno 109876543210987 +254711000111
        JIRANI_STORE_TOKEN holds the store's access token; JIRANI_STORE_APP_SECRET and JIRANI_STORE_VERIFY_TOKEN are optional.
        Without JIRANI_STORE_TOKEN the three are the lines of standard input, in this order.
        """;

    public static async Task<int> RunAsync(IServiceProvider services, string[] words, CancellationToken cancellationToken)
    {
        if (words is not [var slug, var phoneNumberId, var display])
        {
            return await RefuseAsync(Usage);
        }

        if (!PhoneNumber.TryParse(display, out var number))
        {
            return await RefuseAsync($"'{display}' is no phone number: write it with its country code, such as +254711000111.");
        }

        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ChannelConnection>()
            .ConnectAsync(slug, phoneNumberId, number, await CredentialsAsync(cancellationToken), cancellationToken);
        if (outcome is not ChannelConnectionOutcome.Connected connected)
        {
            return await RefuseAsync(Why(outcome, slug, phoneNumberId));
        }

        var site = scope.ServiceProvider.GetRequiredService<IOptions<PublicSiteOptions>>().Value.Url;
        await Console.Out.WriteLineAsync(Told(connected, slug, site));
        return 0;
    }

    private static async Task<ChannelCredentials> CredentialsAsync(CancellationToken cancellationToken)
    {
        var token = Environment.GetEnvironmentVariable("JIRANI_STORE_TOKEN");
        return string.IsNullOrWhiteSpace(token) && Console.IsInputRedirected
            ? Credentials(await LineAsync(cancellationToken), await LineAsync(cancellationToken), await LineAsync(cancellationToken))
            : Credentials(token, Environment.GetEnvironmentVariable("JIRANI_STORE_APP_SECRET"), Environment.GetEnvironmentVariable("JIRANI_STORE_VERIFY_TOKEN"));
    }

    private static async Task<string?> LineAsync(CancellationToken cancellationToken) => await Console.In.ReadLineAsync(cancellationToken);

    private static ChannelCredentials Credentials(string? token, string? appSecret, string? verifyToken) => new()
    {
        AccessToken = token?.Trim() ?? "",
        AppSecret = string.IsNullOrWhiteSpace(appSecret) ? null : appSecret.Trim(),
        VerifyToken = string.IsNullOrWhiteSpace(verifyToken) ? null : verifyToken.Trim(),
    };

    private static string Told(ChannelConnectionOutcome.Connected connected, string slug, Uri site) => $"""
        The number is proved and connected{(connected.VerifiedName is { } name ? $": customers see '{name}'" : "")}.
        Callback URL: {new Uri(site, connected.HasOwnApp ? $"webhooks/whatsapp/{slug}" : "webhooks/whatsapp")}
        Verify token: {connected.VerifyToken ?? "as before"}
        """;

    private static string Why(ChannelConnectionOutcome outcome, string slug, string phoneNumberId) => outcome switch
    {
        ChannelConnectionOutcome.NoSuchStore => $"There is no store {slug}: open it first (open-store).",
        ChannelConnectionOutcome.UnusableCredentials unusable => unusable.Sentence,
        ChannelConnectionOutcome.KeyRingLocked locked => locked.Sentence,
        ChannelConnectionOutcome.NotProved { Reason: var reason } =>
            $"Meta does not show the number {phoneNumberId} to this access token: {reason.Details}{(reason.Code is { } code ? $" (code {code})" : "")}.",
        ChannelConnectionOutcome.OtherNumber other => $"Meta knows the number id {phoneNumberId} as {other.DisplayPhoneNumber}, not as the number given.",
        ChannelConnectionOutcome.Unreachable unreachable => $"The Graph API cannot be reached ({unreachable.Reason}): check WhatsApp:GraphBaseUrl and try again.",
        ChannelConnectionOutcome.NumberOfAnotherStore => $"Another store has proved the number {phoneNumberId}: a number belongs to one store.",
        _ => throw new UnreachableException(),
    };

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
