using System.Text.Json;

namespace Jirani.Tests.Flutterwave;

/// <summary>Bodies of Samples/flutterwave.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "flutterwave");

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static JsonElement Json(string file) => JsonElement.Parse(Bytes(file));

    public static JsonElement? Root(string json) => JsonElement.Parse(json);
}
