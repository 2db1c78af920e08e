using MudBlazor;

namespace Jirani.Web.Components.Layout;

/// <summary>Sizes and line heights in rem, so that they follow the reader's own text size.</summary>
internal static class JiraniTypography
{
    private static readonly string[] _family = ["Inter Variable", "system-ui", "Roboto", "Noto Sans", "sans-serif"];

    public static Typography Typography { get; } = new()
    {
        Default = Step<DefaultTypography>("0.875rem", "1.25rem", "400", "-.006em"),
        H1 = Step<H1Typography>("2.5rem", "3rem", "650", "-.024em"),
        H2 = Step<H2Typography>("2rem", "2.5rem", "640", "-.022em"),
        H3 = Step<H3Typography>("1.5rem", "2rem", "640", "-.020em"),
        H4 = Step<H4Typography>("1.25rem", "1.75rem", "640", "-.016em"),
        H5 = Step<H5Typography>("1.0625rem", "1.5rem", "640", "-.012em"),
        H6 = Step<H6Typography>("0.9375rem", "1.25rem", "620", "-.008em"),
        Subtitle1 = Step<Subtitle1Typography>("0.9375rem", "1.375rem", "450", "-.006em"),
        Subtitle2 = Step<Subtitle2Typography>("0.875rem", "1.25rem", "600", "-.006em"),
        Body1 = Step<Body1Typography>("0.875rem", "1.25rem", "400", "-.006em"),
        Body2 = Step<Body2Typography>("0.8125rem", "1.125rem", "400", "-.004em"),
        Button = Step<ButtonTypography>("0.875rem", "1.25rem", "560", "-.006em"),
        Caption = Step<CaptionTypography>("0.75rem", "1rem", "400", "0"),
        Overline = Step<OverlineTypography>("0.75rem", "1rem", "560", "0"),
    };

    private static T Step<T>(string size, string line, string weight, string spacing)
        where T : BaseTypography, new() => new()
        {
            FontFamily = _family,
            FontSize = size,
            LineHeight = line,
            FontWeight = weight,
            LetterSpacing = spacing,
            TextTransform = "none",
        };
}
