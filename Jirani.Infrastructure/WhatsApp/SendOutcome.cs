using Jirani.Domain.Messaging;

namespace Jirani.Infrastructure.WhatsApp;

/// <summary>What is known after one call to the Graph API.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Numbers do not belong into logs, and Meta's message ids hold them.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Meta took it over; statuses tell whether it was delivered.</summary>
    /// <param name="WaId">Digits; they may differ from those that were sent to. Null where only a user id is known.</param>
    public sealed record Accepted(string WhatsAppMessageId, string? WaId, string? UserId) : SendOutcome;

    /// <summary>Meta answered no.</summary>
    /// <param name="HttpStatus">Null when the refusal is our own: the token holds what no header may.</param>
    /// <param name="Code">Meta's; null when the body held none, such as a proxy's page.</param>
    /// <param name="IsTransient">Meta's own word for it, not a guess from the status.</param>
    public sealed record Refused(int? HttpStatus, int? Code, string Details, TimeSpan? RetryAfter, bool IsTransient) : SendOutcome
    {
        public int? Subcode { get; init; }

        /// <summary>What Meta's support asks for.</summary>
        public string? TraceId { get; init; }

        public Refusal ToRefusal() =>
            new() { HttpStatus = HttpStatus, Code = Code, RetryAfter = RetryAfter, IsTransient = IsTransient };
    }

    /// <summary>No byte of the message left this machine: it may be sent again at once.</summary>
    public sealed record NotSent(string Reason) : SendOutcome;

    /// <summary>Bytes were written and no answer says what became of them: sending again may send twice.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;
}
