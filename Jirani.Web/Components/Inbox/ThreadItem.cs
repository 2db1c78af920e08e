using Jirani.Infrastructure.Conversations;

namespace Jirani.Web.Components.Inbox;

/// <param name="EndsGroup">The next message is somebody else's, or much later.</param>
/// <param name="IsFirstNew">A line above it says that what follows is new.</param>
internal sealed record ThreadItem(MessageRow Message, bool EndsGroup, bool IsFirstNew);
