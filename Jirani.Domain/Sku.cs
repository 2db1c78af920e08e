namespace Jirani.Domain;

public static class Sku
{
    /// <summary>A longer word is no product code, and nobody looks for it.</summary>
    public const int MostLength = 64;

    /// <summary>The form in which codes are compared: form C, nothing invisible, capitals of no particular culture.</summary>
    public static string Key(string sku) => PlainText.Visible(sku).ToUpperInvariant().Trim();
}
