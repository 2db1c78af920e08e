using MudBlazor;

namespace Jirani.Web.Components.Layout;

internal static class JiraniPalettes
{
    public static PaletteLight Light { get; } = new()
    {
        Black = "#17211f",
        Primary = "#0b6b66", PrimaryContrastText = "#ffffff", PrimaryDarken = "#07514d", PrimaryLighten = "#2f8a84",
        Secondary = "#3d4b48", SecondaryContrastText = "#ffffff",
        Info = "#2457a6", Success = "#22733a", Warning = "#8f5200", Error = "#b3261e", ErrorContrastText = "#ffffff", Dark = "#17211f",
        TextPrimary = "#17211f", TextSecondary = "#55625f", TextDisabled = "#8b9794",
        ActionDefault = "#4b5956", ActionDisabled = "#a3adaa", ActionDisabledBackground = "#e8edeb",
        Background = "#f3f6f5", BackgroundGray = "#f7f9f8", Surface = "#ffffff",
        DrawerBackground = "#f3f6f5", DrawerText = "#3d4b48", DrawerIcon = "#5c6a67",
        AppbarBackground = "#ffffff", AppbarText = "#17211f",
        LinesDefault = "#e2e8e6", LinesInputs = "#84918d", TableLines = "#e9eeec", TableHover = "#f5f8f7",
        Divider = "#e2e8e6", DividerLight = "#eef2f1", Skeleton = "#e9eeec", GrayLight = "#c3cdca",
        OverlayDark = "rgba(16,26,24,.42)",
    };

    public static PaletteDark Dark { get; } = new()
    {
        Black = "#17211f",
        Primary = "#5fc9bf", PrimaryContrastText = "#04221f", PrimaryDarken = "#86dad2", PrimaryLighten = "#3aa79d",
        Secondary = "#b6c3bf", SecondaryContrastText = "#101716",
        Info = "#8fb6ff", Success = "#79cf8f", Warning = "#efb65e", Error = "#ff938a", ErrorContrastText = "#3a0906", Dark = "#e9efed",
        TextPrimary = "#e9efed", TextSecondary = "#a2b0ac", TextDisabled = "#6f7d79",
        ActionDefault = "#b0bdb9", ActionDisabled = "#5a6764", ActionDisabledBackground = "#232c2a",
        Background = "#0d1312", BackgroundGray = "#111817", Surface = "#141b1a",
        DrawerBackground = "#0d1312", DrawerText = "#c0ccc8", DrawerIcon = "#8c9a96",
        AppbarBackground = "#141b1a", AppbarText = "#e9efed",
        LinesDefault = "#27312f", LinesInputs = "#6b7a76", TableLines = "#212a28", TableHover = "#19211f",
        Divider = "#27312f", DividerLight = "#1e2625", Skeleton = "#1f2826", GrayLight = "#43504c",
        OverlayDark = "rgba(0,0,0,.6)",
    };
}
