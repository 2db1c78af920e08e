using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Jirani.Web.Components.Layout;

/// <summary>
/// The theme as one file that a browser keeps. MudBlazor would draw it into each screen anew: thirty kilobytes over the line, and
/// twice that in the memory of each circuit.
/// </summary>
public sealed partial class ThemeStylesheet(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private const string Light = ":root{";
    private const string Dark = "[data-theme=\"dark\"]{";
    private readonly Lazy<Task<string>> _text = new(() => WriteAsync(scopes, loggers));

    public Task<string> TextAsync() => _text.Value;

    /// <returns>Another one for another text, so that it may be kept for ever.</returns>
    public async Task<string> AddressAsync() =>
        $"css/theme.css?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await TextAsync())).AsSpan(0, 8))}";

    private static async Task<string> WriteAsync(IServiceScopeFactory scopes, ILoggerFactory loggers)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var light = await DrawAsync(renderer, isDark: false);
        var dark = (await DrawAsync(renderer, isDark: true)).Where(rules => rules.Contains(Light, StringComparison.Ordinal));
        return string.Join('\n', [.. light, .. dark.Select(rules => rules.Replace(Light, Dark, StringComparison.Ordinal))]);
    }

    private static Task<IEnumerable<string>> DrawAsync(HtmlRenderer renderer, bool isDark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var drawn = await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = JiraniTheme.Theme,
            [nameof(MudThemeProvider.IsDarkMode)] = isDark,
        }));
        return Style().Matches(drawn.ToHtmlString()).Select(style => style.Groups[1].Value);
    });

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
