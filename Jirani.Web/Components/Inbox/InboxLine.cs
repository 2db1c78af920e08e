using Jirani.Infrastructure.Conversations;
using Jirani.Web.Components.Shared;

namespace Jirani.Web.Components.Inbox;

/// <summary>All that a line of the list shows: equal lines look the same.</summary>
/// <param name="Row">The conversation.</param>
/// <param name="View">The filter that its address keeps.</param>
/// <param name="IsOpen">Whether it stands beside the list.</param>
/// <param name="IsGrouped">Stands below a title that says already that it waits.</param>
/// <param name="Time">To the minute.</param>
public sealed record InboxLine(ConversationRow Row, InboxView View, bool IsOpen, bool IsGrouped, ShopTime Time);
