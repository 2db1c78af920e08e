using Jirani.Domain.Messaging;
using Jirani.Infrastructure.Json;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Infrastructure.Conversations;

/// <summary>One message of a thread.</summary>
public sealed record MessageRow
{
    private const string Interactive = "outbound_interactive";
    private const string Stopped = "opted_out";
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(60);

    public required long Id { get; init; }

    /// <summary>As in the log: inbound, outbound_text and so on.</summary>
    public required string Type { get; init; }

    public required string? Purpose { get; init; }

    public required string Payload { get; init; }

    public required MessageStatus Status { get; init; }

    public required string? Error { get; init; }

    /// <summary>When the call that has no answer yet began; null when none is open.</summary>
    public required DateTimeOffset? UnansweredSince { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the customer wrote it, as Meta says; null for our own messages.</summary>
    public DateTimeOffset? ProviderAt { get; init; }

    /// <summary>Made by the browser in which the owner wrote it; null for all others.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Nothing was written after it came, whatever the provider's clock says.</summary>
    public DateTimeOffset WrittenAt => ProviderAt < CreatedAt ? ProviderAt.Value : CreatedAt;

    /// <summary>It stands where it was written, above what was read before it came.</summary>
    public bool IsLate => CreatedAt - WrittenAt > _late;

    /// <summary>How far it came, each with its time, in order of the time.</summary>
    public IReadOnlyList<StatusStep> Steps { get; init; } = [];

    /// <summary>It was sent again; that is a message of its own.</summary>
    public bool IsRetried { get; init; }

    public bool IsInbound => Type == "inbound";

    /// <summary>Written by the dialogue, not by the owner.</summary>
    public bool IsAutomatic => Purpose is "reply" or "consent" or "order";

    /// <summary>Null where the message has no text; then its JSON is all there is to show.</summary>
    public string? Text => Type == Interactive ? MessageText.Question(Payload)?.Body : MessageText.Of(Payload);

    /// <summary>What the customer may tap; mostly nothing.</summary>
    public IReadOnlyList<string> Choices => Type == Interactive ? MessageText.Question(Payload)?.Choices ?? [] : [];

    /// <summary>A word for what it is: Photo, Location, Reacted and so on.</summary>
    public string Kind => MessageText.Preview(Payload);

    /// <summary>The provider's word for its content: text, image, reaction and so on.</summary>
    public string ContentType
    {
        get
        {
            using var document = TolerantJson.TryParse(Payload);
            return document?.RootElement.Text("type"u8) ?? "unknown";
        }
    }

    /// <summary>So long without an answer, nobody knows.</summary>
    public bool IsMaybeSent(DateTimeOffset now) => now - UnansweredSince > OwnerReplies.MaybeSentAfter;

    public bool MayRetry(DateTimeOffset now) => !IsInbound && !IsRetried && OwnerReplies.MayRetry(
        Status, Steps.LastOrDefault(step => step.ErrorCode is not null)?.ErrorCode, Error == Stopped, now - UnansweredSince);

    /// <summary>Why it failed, for the owner; null where it did not.</summary>
    public string? Reason => Error == Stopped ? "Not sent. The customer said STOP." : Error;
}
