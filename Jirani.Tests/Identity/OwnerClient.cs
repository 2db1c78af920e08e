using System.Net;
using System.Text.RegularExpressions;
using Jirani.Tests.Support;

namespace Jirani.Tests.Identity;

/// <summary>An owner's browser without its screen: keeps cookies, follows no redirect, fills in the form.</summary>
public sealed partial class OwnerClient(JiraniApp app) : IDisposable
{
    public const string Njeri = "njeri@jirani.test";
    public const string Password = "Jirani-demo-1";

    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    public CookieCollection Cookies => _cookies.GetCookies(app.Site);

    public HttpClient Client => _client ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
    {
        BaseAddress = app.Site,
    };

    /// <summary>As if the site had set it.</summary>
    public void Keep(string name, string value) => _cookies.Add(new Cookie(name, value, "/", app.Site.Host));

    public async Task<HttpResponseMessage> SignInAsync(
        CancellationToken cancellationToken, string email = Njeri, string password = Password, string? returnUrl = null)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await TokenAsync(cancellationToken),
            ["Email"] = email,
            ["Password"] = password,
            ["ReturnUrl"] = returnUrl ?? "",
        });
        return await Client.PostAsync("/sign-in", form, cancellationToken);
    }

    public async Task<HttpResponseMessage> SignOutAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = await TokenAsync(cancellationToken) });
        return await Client.PostAsync("/sign-out", form, cancellationToken);
    }

    /// <summary>As a browser that copied the cookies at this moment.</summary>
    public async Task<HttpStatusCode> OpenDashboardAsync(string cookies, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard/whatsapp");
        request.Headers.Add("Cookie", cookies);
        using var answer = await app.Client.SendAsync(request, cancellationToken);
        return answer.StatusCode;
    }

    public void Dispose() => _client?.Dispose();

    private async Task<string> TokenAsync(CancellationToken cancellationToken) =>
        Token().Match(await Client.GetStringAsync("/sign-in", cancellationToken)).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
