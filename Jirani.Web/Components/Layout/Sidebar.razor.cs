using Jirani.Infrastructure.Stores;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Jirani.Web.Components.Layout;

/// <summary>Which shop, and where to go in it; on a phone the bar at the bottom.</summary>
public sealed partial class Sidebar(ActiveStore stores, IConfiguration configuration, IHostEnvironment environment) : IDisposable
{
    private string _initial = "";
    private IReadOnlyList<StoreRow> _others = [];

    [Parameter, EditorRequired]
    public required bool IsDark { get; set; }

    [Parameter]
    public EventCallback<bool> ThemeChanged { get; set; }

    private ActiveStore Stores => stores;

    private bool HasSimulator => configuration.GetValue<bool?>("Simulator:Enabled") ?? environment.IsDevelopment();

    private string ThemeIcon => IsDark ? Icons.Material.Outlined.LightMode : Icons.Material.Outlined.DarkMode;

    private string ThemeWord => IsDark ? "Light" : "Dark";

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

    private void Arrange()
    {
        _initial = stores.Current?.Name.EnumerateRunes().First().ToString() ?? "";
        _others = [.. stores.Mine.Where(store => store != stores.Current)];
    }
}
