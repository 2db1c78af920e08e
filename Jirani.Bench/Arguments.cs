using System.Globalization;

namespace Jirani.Bench;

/// <summary>What stands behind a bench's name: <c>--name value</c>, in any order.</summary>
internal sealed class Arguments(string[] words)
{
    public int Number(string name, int otherwise) => Word(name) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : otherwise;

    public int[] Numbers(string name, params int[] otherwise) =>
        Word(name) is { } word ? [.. word.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))] : otherwise;

    public string? Word(string name)
    {
        var place = Array.IndexOf(words, name);
        return place >= 0 && place + 1 < words.Length ? words[place + 1] : null;
    }
}
