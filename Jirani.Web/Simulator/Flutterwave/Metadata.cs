using System.Text.Json;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What the caller wants to be told again.</summary>
internal static class Metadata
{
    public static JsonElement None { get; } = JsonSerializer.SerializeToElement(new { });

    public static JsonElement Of(JsonElement? body) => body.Member("meta") is { ValueKind: JsonValueKind.Object } meta ? meta.Clone() : None;
}
