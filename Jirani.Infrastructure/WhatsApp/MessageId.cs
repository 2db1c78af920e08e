using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Jirani.Infrastructure.Json;

namespace Jirani.Infrastructure.WhatsApp;

internal static class MessageId
{
    /// <summary>Meta's are opaque and below 100; an index of PostgreSQL refuses an entry of a few thousand.</summary>
    private const int Longest = 512;

    public static bool TryRead(JsonElement element, [NotNullWhen(true)] out string? id)
    {
        id = element.Text("id"u8);
        return !string.IsNullOrWhiteSpace(id) && id.Length <= Longest;
    }
}
