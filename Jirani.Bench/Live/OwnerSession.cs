using System.Net;
using System.Text.RegularExpressions;

namespace Jirani.Bench.Live;

/// <summary>A signed-in owner, who opens the inbox as often as is wanted.</summary>
internal sealed partial class OwnerSession : IDisposable
{
    private readonly HttpClient _http;

    private OwnerSession(Uri site) => _http = new(new SocketsHttpHandler { UseProxy = false, CookieContainer = Cookies }) { BaseAddress = site };

    public CookieContainer Cookies { get; } = new();

    public static async Task<OwnerSession> SignInAsync(Uri site, Shop shop, CancellationToken cancellationToken)
    {
        var session = new OwnerSession(site);
        var form = await session._http.GetStringAsync("sign-in", cancellationToken);
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = AntiforgeryToken().Match(form).Groups[1].Value,
            ["Email"] = shop.Email,
            ["Password"] = Shop.Password,
        });
        using var answer = await session._http.PostAsync("sign-in", fields, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return session;
    }

    /// <returns>What the page asks the circuit to draw: the head and the screen.</returns>
    public async Task<IReadOnlyList<string>> OpenInboxAsync(CancellationToken cancellationToken)
    {
        var page = await _http.GetStringAsync("dashboard/whatsapp", cancellationToken);
        return [.. Component().Matches(page).Select(match => match.Groups[1].Value)];
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();

    [GeneratedRegex("<!--Blazor:(\\{.+?\\})-->")]
    private static partial Regex Component();
}
