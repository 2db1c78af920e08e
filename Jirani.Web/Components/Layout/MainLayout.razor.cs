using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Jirani.Web.Components.Layout;

/// <summary>The frame of every screen. Light or dark follows the system until the owner chooses.</summary>
public sealed partial class MainLayout(IJSRuntime browser)
{
    private ErrorBoundary? _boundary;
    private bool _isDark;

    protected override async Task OnInitializedAsync() => _isDark = await browser.InvokeAsync<bool>("jirani.isDark");

    private async Task ChangeThemeAsync(bool isDark)
    {
        _isDark = isDark;
        await browser.InvokeVoidAsync("jirani.chooseTheme", isDark);
    }

    private void Recover() => _boundary?.Recover();
}
