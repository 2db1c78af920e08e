using System.Diagnostics;
using Jirani.Domain.Conversations;

namespace Jirani.Infrastructure.Messaging;

/// <summary>The words of messaging_log.purpose.</summary>
internal static class ReplyPurposes
{
    public static string ToText(this ReplyPurpose purpose) => purpose switch
    {
        ReplyPurpose.Reply => "reply",
        ReplyPurpose.Consent => "consent",
        ReplyPurpose.Order => "order",
        _ => throw new UnreachableException(),
    };
}
