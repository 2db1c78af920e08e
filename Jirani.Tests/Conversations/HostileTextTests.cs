using System.Diagnostics;
using Jirani.Domain.Conversations;

namespace Jirani.Tests.Conversations;

public sealed class HostileTextTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "spaces", new string(' ', 65_536) + "ADD" },
        { "invisible", new string('\u200b', 65_536) + "ADD" },
        { "marks", "A" + new string('\u0301', 65_536) },
        { "mixed marks", "ADD " + string.Concat(Enumerable.Repeat("\u0316\u0301\u0327", 20_000)) },
        { "quotes", "ADD " + new string('"', 65_536) },
        { "one long code", "ADD " + new string('X', 65_536) },
        { "many words", string.Concat(Enumerable.Repeat("ADD ", 16_384)) },
        { "surrogates", "TRACK " + new string('\ud800', 65_536) },
        { "emoji", string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 6_000)) },
        { "digits", "ADD X " + new string('9', 65_536) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Is_read_in_under_ten_milliseconds(string kind, string text)
    {
        CommandReader.Read(text);

        // Once is enough: a busy machine makes what is quick seem slow, and never what is slow seem quick.
        Assert.True(Enumerable.Range(0, 1000).Any(_ => TimeToRead(text) < TimeSpan.FromMilliseconds(10)), $"{kind} takes too long");
    }

    private static TimeSpan TimeToRead(string text)
    {
        var start = Stopwatch.GetTimestamp();
        CommandReader.Read(text);
        return Stopwatch.GetElapsedTime(start);
    }
}
