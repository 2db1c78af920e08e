using System.Net;
using System.Text.RegularExpressions;
using Jirani.Tests.Support;

namespace Jirani.Tests.PublicPages;

/// <summary>A payer's browser without its screen and its scripts: keeps cookies, follows no redirect, sends what stands in the form.</summary>
internal sealed partial class PayerBrowser(JiraniApp app) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = app.Site };
    private string _token = "";

    public async Task<string> OpenAsync(string link, CancellationToken cancellationToken)
    {
        var page = WebUtility.HtmlDecode(await _client.GetStringAsync(link, cancellationToken));
        _token = Token().Match(page).Groups[1].Value;
        return page;
    }

    /// <summary>Presses the button of the page that was opened, as a browser does.</summary>
    public async Task<HttpResponseMessage> PressAsync(PlacedOrderLink order, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, order.Initiate);
        request.Headers.Add("Origin", app.Site.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", _token)).ToDictionary());
        return await _client.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
