namespace Jirani.Domain.Messaging;

/// <summary>Why a message was not sent, and what follows. The sentence is for the owner and ends with Meta's code.</summary>
public abstract record SendFailure
{
    private SendFailure(string sentence) => Sentence = sentence;

    public string Sentence { get; }

    /// <summary>Try again by itself after the delay.</summary>
    public sealed record RetryLater(TimeSpan Delay, string Sentence) : SendFailure(Sentence);

    /// <summary>Too many to this customer: only their messages wait.</summary>
    public sealed record PairLimited(TimeSpan Delay, string Sentence) : SendFailure(Sentence);

    /// <summary>Too many from this number: all its messages wait.</summary>
    public sealed record NumberLimited(TimeSpan Delay, string Sentence) : SendFailure(Sentence);

    /// <summary>Nothing can be sent until the owner acts; what waits keeps waiting.</summary>
    public sealed record ChannelNeedsAttention(string Sentence) : SendFailure(Sentence);

    /// <summary>The customer told Meta to stop.</summary>
    public sealed record OptOut(string Sentence) : SendFailure(Sentence);

    /// <summary>More than 24 hours since the customer wrote.</summary>
    public sealed record WindowClosed(string Sentence) : SendFailure(Sentence);

    /// <summary>The same message would be refused again.</summary>
    public sealed record Permanent(string Sentence) : SendFailure(Sentence);
}
