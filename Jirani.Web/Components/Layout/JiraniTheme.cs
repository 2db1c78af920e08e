using MudBlazor;

namespace Jirani.Web.Components.Layout;

/// <summary>The one theme. What MudTheme has no field for stands in app.css.</summary>
internal static class JiraniTheme
{
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = JiraniPalettes.Light,
        PaletteDark = JiraniPalettes.Dark,
        Typography = JiraniTypography.Typography,
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "8px",
            DrawerWidthLeft = "216px",
            DrawerMiniWidthLeft = "60px",
            DrawerWidthRight = "452px",
            AppbarHeight = "56px",
        },
        Shadows = new Shadow { Elevation = Elevations() },
    };

    /// <summary>Flat is the rule: 1 lifts menus, 2 dialogs, everything above is like 2 where a component insists.</summary>
    private static string[] Elevations()
    {
        var elevations = Enumerable.Repeat("none", new Shadow().Elevation.Length).ToArray();
        elevations[1] = "var(--jirani-shadow-menu)";
        elevations[2] = "var(--jirani-shadow-dialog)";
        elevations[8] = elevations[1];
        elevations[24] = elevations[2];
        return elevations;
    }
}
