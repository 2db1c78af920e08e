namespace Jirani.Infrastructure.Conversations;

/// <summary>What became of something that an owner sends.</summary>
public abstract record ReplyOutcome
{
    private ReplyOutcome()
    {
    }

    /// <summary>It stands in the log and goes out; also where it stood there already.</summary>
    public sealed record Queued : ReplyOutcome;

    /// <param name="Sentence">Why, for the owner; nothing was changed.</param>
    public sealed record Refused(string Sentence) : ReplyOutcome;
}
