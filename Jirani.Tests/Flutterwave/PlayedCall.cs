using System.Text.Json;

namespace Jirani.Tests.Flutterwave;

/// <summary>What came over the wire.</summary>
/// <param name="Route">Method and path: <c>POST charges</c>.</param>
/// <param name="Query">With its question mark; empty for none.</param>
/// <param name="Text">The body as it came.</param>
/// <param name="Headers">By their names, without case.</param>
internal sealed record PlayedCall(string Route, string Query, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string Key => Headers["X-Idempotency-Key"];

    public string Trace => Headers["X-Trace-Id"];

    public JsonElement Body => JsonElement.Parse(Text);
}
