using System.Text.RegularExpressions;

namespace Jirani.Domain.Conversations;

/// <summary>An answer that a shop gives often, found by its code.</summary>
/// <param name="Code">One word of small letters, digits and hyphens.</param>
/// <param name="Text">May hold <c>{{customer.name}}</c>, <c>{{order.number}}</c> and <c>{{store.name}}</c>.</param>
public sealed partial record QuickReply(string Code, string Text)
{
    private const int LongestText = 1000;

    /// <summary>A sentence on what is wrong; null where nothing is.</summary>
    public string? Fault() => this switch
    {
        _ when !Word().IsMatch(Code) => "The code is one word of up to 32 small letters, digits and hyphens, such as delivery-fee.",
        { Text: var text } when string.IsNullOrWhiteSpace(text) => "Write what it says.",
        { Text.Length: > LongestText } => $"Too long: {Text.Length} of {LongestText} characters.",
        _ => null,
    };

    /// <summary>The text with what is known filled in; what is not known stays, and stops the sending.</summary>
    public string Fill(IReadOnlyDictionary<string, string?> known) =>
        Placeholder().Replace(Text, open => known.GetValueOrDefault(open.Groups[1].Value) ?? open.Value);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\{([a-z.]{1,40})\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
