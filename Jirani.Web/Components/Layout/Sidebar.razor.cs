using Jirani.Infrastructure.Stores;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Layout;

/// <summary>Which shop, and where to go in it; on a phone the bar at the bottom.</summary>
public sealed partial class Sidebar(ActiveStore stores, NavigationManager navigation, IConfiguration configuration, IHostEnvironment environment) : IDisposable
{
    private string _initial = "";

    private ActiveStore Stores => stores;

    private bool HasSimulator => configuration.GetValue<bool?>("Simulator:Enabled") ?? environment.IsDevelopment();

    public void Dispose() => stores.Changed -= Show;

    protected override void OnInitialized()
    {
        stores.Changed += Show;
        Arrange();
    }

    private void Show()
    {
        Arrange();
        _ = InvokeAsync(StateHasChanged);
    }

    private void Arrange() => _initial = stores.Current?.Name.EnumerateRunes().First().ToString() ?? "";

    /// <summary>The same screen of another store; a record stays behind with its own.</summary>
    private string Address(StoreRow store)
    {
        var screen = navigation.ToBaseRelativePath(navigation.Uri).Split('?')[0].Split('/');
        return $"{string.Join('/', screen.Take(2))}?store={store.Slug}";
    }
}
