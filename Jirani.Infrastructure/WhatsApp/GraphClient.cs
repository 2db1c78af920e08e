using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>Meta's Graph API, or the simulator's. Every call brings its own token, and none is ever repeated here.</summary>
public sealed class GraphClient(HttpClient http, IOptions<WhatsAppOptions> options, TimeProvider clock)
{
    /// <summary>For a whole call, the answer's body included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int InvalidToken = 190;
    private const string InvalidTokenText = "The access token is empty or holds characters that no token has";

    private readonly string _root = $"{options.Value.GraphBaseUrl.AbsoluteUri.TrimEnd('/')}/{options.Value.GraphVersion}";

    /// <summary>
    /// Posts one message. A cancelled call throws nothing either: its outcome still says whether the message may have
    /// gone out, which is worth keeping even while the app stops.
    /// </summary>
    public async Task<SendOutcome> SendAsync(GraphMessage message, CancellationToken cancellationToken)
    {
        if (!IsToken(message.AccessToken))
        {
            return new SendOutcome.Refused(null, InvalidToken, InvalidTokenText, RetryAfter: null, IsTransient: false);
        }

        using var content = new WatchedContent(message.ToJson());
        using var request = Request(HttpMethod.Post, $"{Uri.EscapeDataString(message.PhoneNumberId)}/messages", message.AccessToken);
        request.Content = content;
        try
        {
            return (await ReplyAsync(request, cancellationToken)).ToOutcome();
        }
        catch (Exception failure) when (IsOfTheWire(failure))
        {
            var reason = Reason(failure, cancellationToken);
            return content.HasBegun ? new SendOutcome.Unknown(reason) : new SendOutcome.NotSent(reason);
        }
    }

    /// <summary>Asks for a shop's number with the shop's own token, which is the proof that it may connect it.</summary>
    public async Task<PhoneNumberProof> PhoneNumberExistsAsync(string phoneNumberId, string accessToken, CancellationToken cancellationToken)
    {
        if (phoneNumberId.Length == 0 || !phoneNumberId.All(char.IsAsciiDigit))
        {
            return new PhoneNumberProof.Denied(null, null, "A phone number id consists of digits");
        }

        if (!IsToken(accessToken))
        {
            return new PhoneNumberProof.Denied(null, InvalidToken, InvalidTokenText);
        }

        using var request = Request(HttpMethod.Get, $"{phoneNumberId}?fields=id,display_phone_number,verified_name", accessToken);
        try
        {
            return (await ReplyAsync(request, cancellationToken)).ToProof(phoneNumberId);
        }
        catch (Exception failure) when (IsOfTheWire(failure) && !cancellationToken.IsCancellationRequested)
        {
            return new PhoneNumberProof.Unreachable(Reason(failure, cancellationToken));
        }
    }

    /// <summary>Asks a token about itself (GET /debug_token of the Graph API).</summary>
    public async Task<TokenProof> TokenProofAsync(string accessToken, CancellationToken cancellationToken)
    {
        if (!IsToken(accessToken))
        {
            return new TokenProof.Invalid(InvalidTokenText);
        }

        using var request = Request(HttpMethod.Get, $"debug_token?input_token={Uri.EscapeDataString(accessToken.Trim())}", accessToken);
        try
        {
            return (await ReplyAsync(request, cancellationToken)).ToTokenProof();
        }
        catch (Exception failure) when (IsOfTheWire(failure) && !cancellationToken.IsCancellationRequested)
        {
            return new TokenProof.Unknown(Reason(failure, cancellationToken));
        }
    }

    /// <summary>Has Meta send what happens on a business account here (POST /{waba id}/subscribed_apps).</summary>
    /// <returns>What Meta said against it; null where it agreed.</returns>
    public async Task<string?> SubscribeAsync(string businessAccountId, string accessToken, CancellationToken cancellationToken)
    {
        if (businessAccountId.Length == 0 || !businessAccountId.All(char.IsAsciiDigit) || !IsToken(accessToken))
        {
            return "A WhatsApp business account id consists of digits, and it needs a working token";
        }

        using var request = Request(HttpMethod.Post, $"{businessAccountId}/subscribed_apps", accessToken);
        try
        {
            return (await ReplyAsync(request, cancellationToken)).Objection();
        }
        catch (Exception failure) when (IsOfTheWire(failure) && !cancellationToken.IsCancellationRequested)
        {
            return $"Meta cannot be reached ({Reason(failure, cancellationToken)})";
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accessToken)
    {
        var request = new HttpRequestMessage(method, $"{_root}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken.Trim());
        return request;
    }

    private async Task<GraphReply> ReplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        return await GraphReply.ReadAsync(response, clock.GetUtcNow(), either.Token);
    }

    /// <summary>Owners paste tokens, with line breaks and typographic quotes around them.</summary>
    private static bool IsToken(string accessToken) =>
        accessToken.Trim() is { Length: > 0 } token && token.All(letter => letter is > ' ' and <= '~');

    private static bool IsOfTheWire(Exception failure) =>
        failure is HttpRequestException or IOException or OperationCanceledException;

    private static string Reason(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => "stopped",
        OperationCanceledException => "timeout",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } => error.ToString(),
        _ => "connection lost",
    };
}
