using System.Globalization;
using System.Text;
using Jirani.Domain.Carts;

namespace Jirani.Domain.Conversations;

/// <summary>
/// Reads what a customer wrote. Case, spacing, surrounding punctuation, invisible characters and the script of the
/// digits do not matter; a word more or less does: "stop sending red ones" is no STOP.
/// </summary>
public static class CommandReader
{
    // What may stand around a product or a number without being part of it. No sign is among them: -1 and .5 stay what they are.
    private const string Quotes = "\"'`“”‘’„«»()[]{}*~_";
    private const string AfterWords = Quotes + ",.;:!?…،؟。、！？";

    private const int MostQuantityLength = 12;
    private const int MostReferenceLength = 64;
    private const int MostNetworkWords = 3;
    private const int MostNumberWords = 6;

    /// <summary>Never throws, whatever was written.</summary>
    public static CustomerCommand Read(string? text)
    {
        var (words, wereCut) = MessageWords.Of(text);
        var spoken = words.SkipWhile(word => CommandWord(word).Length == 0).ToArray();
        if (spoken is not [var first, .. var arguments])
        {
            return new CustomerCommand.Unrecognised();
        }

        var word = CommandWord(first);
        return word switch
        {
            "ADD" or "REMOVE" or "TRACK" when wereCut => TooMuch(word),
            "ADD" or "REMOVE" => ReadLine(word, WithoutEndMarks(arguments)),
            "TRACK" => ReadTrack(WithoutEndMarks(arguments)),
            "PAY" when !wereCut => ReadPay(WithoutEndMarks(arguments)),
            "I" or "I'VE" or "I’VE" when !wereCut && SaysPaid(arguments) => new CustomerCommand.Paid(),
            _ when wereCut || !arguments.All(IsOrnament) => new CustomerCommand.Unrecognised(),
            _ => ReadWord(word),
        };
    }

    private static CustomerCommand ReadWord(string word) => word switch
    {
        "CART" => new CustomerCommand.ShowCart(),
        "CHECKOUT" => new CustomerCommand.Checkout(),
        "STATUS" => new CustomerCommand.Status(),
        "PAID" => new CustomerCommand.Paid(),
        "STOP" => new CustomerCommand.Stop(),
        "START" => new CustomerCommand.Start(),
        "HELP" => new CustomerCommand.Help(),
        _ => new CustomerCommand.Unrecognised(),
    };

    private static CustomerCommand ReadLine(string word, string[] arguments)
    {
        if (arguments is [])
        {
            return new CustomerCommand.Incomplete(word, CommandFault.NothingNamed, null);
        }

        var sku = Bare(arguments[0]);
        if (arguments.Length > 2 || sku.Length > Sku.MostLength)
        {
            return TooMuch(word);
        }

        var quantity = arguments is [_, var written] ? ReadQuantity(Bare(written)) : null;
        return arguments is [_, _] && quantity is null
            ? new CustomerCommand.Incomplete(word, CommandFault.BadQuantity, sku)
            : Line(word, sku, quantity);
    }

    private static CustomerCommand Line(string word, string sku, decimal? quantity) =>
        word == "ADD" ? new CustomerCommand.Add(sku, quantity) : new CustomerCommand.Remove(sku, quantity);

    private static decimal? ReadQuantity(string written) =>
        written.Length <= MostQuantityLength &&
        char.IsAsciiDigit(written[0]) &&
        decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity) &&
        quantity is > 0 and <= CartLine.MostQuantity &&
        decimal.Round(quantity, 3) == quantity
            ? quantity
            : null;

    private static CustomerCommand ReadTrack(string[] arguments)
    {
        var reference = arguments is [var written] ? Bare(written).TrimStart('#').ToUpperInvariant() : "";
        return (arguments.Length, reference.Length) switch
        {
            ( > 1, _) or (_, > MostReferenceLength) => TooMuch("TRACK"),
            (_, 0) => new CustomerCommand.Incomplete("TRACK", CommandFault.NothingNamed, null),
            _ => new CustomerCommand.Track(reference),
        };
    }

    /// <summary>A network, a number in one or several words, both, or neither. More words are a sentence for a person.</summary>
    private static CustomerCommand ReadPay(string[] arguments)
    {
        var words = arguments.Where(word => !IsOrnament(word)).ToArray();
        var network = words.TakeWhile(word => !IsOfANumber(word)).ToArray();
        var number = words[network.Length..];
        return network.Length > MostNetworkWords || number.Length > MostNumberWords || !number.All(IsOfANumber)
            ? new CustomerCommand.Unrecognised()
            : new CustomerCommand.Pay(Joined(network), Joined(number));
    }

    private static string? Joined(string[] words) => words.Length == 0 ? null : Bare(string.Join(' ', words));

    private static bool IsOfANumber(string word) => word.Any(char.IsAsciiDigit) && !word.Any(char.IsLetter);

    private static bool SaysPaid(string[] arguments) => arguments.Select(CommandWord).Where(word => word.Length > 0).ToArray() is
        ["PAID"] or ["HAVE", "PAID"] or ["ALREADY", "PAID"] or ["HAVE", "ALREADY", "PAID"];

    private static CustomerCommand.Incomplete TooMuch(string word) => new(word, CommandFault.TooMuch, null);

    // "ADD SUGAR-1KG 2 !" is how French writes it. The first argument stays whatever it is: it may be a code.
    private static string[] WithoutEndMarks(string[] arguments)
    {
        var end = arguments.Length;
        while (end > 1 && arguments[end - 1].EnumerateRunes().All(Rune.IsPunctuation))
        {
            end--;
        }

        return arguments[..end];
    }

    private static bool IsOrnament(string word) =>
        word.EnumerateRunes().All(rune => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));

    /// <summary>In capitals, of ordinary width, and without anything around its letters.</summary>
    private static string CommandWord(string word)
    {
        var runes = word.Normalize(NormalizationForm.FormKC).EnumerateRunes().ToArray();
        var first = Array.FindIndex(runes, Rune.IsLetterOrDigit);
        var last = Array.FindLastIndex(runes, Rune.IsLetterOrDigit);
        return first < 0 ? "" : string.Concat(runes[first..(last + 1)].Select(rune => rune.ToString())).ToUpperInvariant();
    }

    private static string Bare(string word)
    {
        var bare = word.TrimEnd([.. AfterWords]).TrimStart([.. Quotes]);
        return bare.Length == 0 ? word : bare;
    }
}
