using System.Net;
using Jirani.Infrastructure.Json;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>v4's token: kept until a minute before its end, and asked for by one caller at a time.</summary>
public sealed class AccessTokens(HttpClient http, IOptions<FlutterwaveOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _early = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1, 1);
    private KeptToken? _kept;

    /// <exception cref="TokenRefusedException">Asking again does not help: the credentials are not those of a client.</exception>
    /// <exception cref="HttpRequestException">No answer that can be used.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_kept is not { } kept || kept.Until <= clock.GetUtcNow())
            {
                _kept = kept = await AskAsync(cancellationToken);
            }

            return kept.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The API refused this one; a newer one stays.</summary>
    public void Drop(string token)
    {
        if (_kept is { } kept && kept.Token == token)
        {
            Interlocked.CompareExchange(ref _kept, null, kept);
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<KeptToken> AskAsync(CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = options.Value.ClientId!,
            ["client_secret"] = options.Value.ClientSecret!,
            ["grant_type"] = "client_credentials",
        });
        using var response = await http.PostAsync(options.Value.TokenUrl, content, cancellationToken);
        var answer = await FlutterwaveAnswer.ReadAsync(response, cancellationToken);
        if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new TokenRefusedException(answer.Code);
        }

        if (!answer.IsSuccess || answer.Root.Text("access_token"u8) is not { Length: > 0 } token || !token.All(letter => letter is > ' ' and <= '~'))
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "Flutterwave gave no token");
        }

        var lasts = TimeSpan.FromSeconds(answer.Root.Find("expires_in"u8).Integer() ?? 0) - _early;
        return new KeptToken(token, clock.GetUtcNow() + (lasts > _shortest ? lasts : _shortest));
    }

    private sealed record KeptToken(string Token, DateTimeOffset Until);
}
