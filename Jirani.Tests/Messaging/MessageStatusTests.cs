using CsCheck;
using Jirani.Domain.Messaging;

namespace Jirani.Tests.Messaging;

public sealed class MessageStatusTests
{
    private static readonly MessageStatus[] _outgoing =
        [MessageStatus.Queued, MessageStatus.Sent, MessageStatus.Failed, MessageStatus.Delivered, MessageStatus.Read];

    [Fact]
    public void Each_rank_is_above_the_one_before()
    {
        Assert.Equal([0, 1, 2, 3, 4], _outgoing.Select(status => status.Rank()));
        Assert.True(MessageStatus.Received.Rank() < MessageStatus.Processed.Rank());
    }

    [Fact]
    public void All_orders_of_all_statuses_end_at_read()
    {
        foreach (var order in Orders(_outgoing))
        {
            Assert.Equal(MessageStatus.Read, order.Aggregate(MessageStatus.Queued, MessageStatuses.Higher));
        }
    }

    [Fact]
    public void Whatever_comes_in_whatever_order_ends_at_the_highest()
    {
        Gen.OneOf(_outgoing).Array[1, 12].Sample(statuses =>
            statuses.Aggregate(MessageStatus.Queued, MessageStatuses.Higher).Rank() == statuses.Max(status => status.Rank()));
    }

    [Theory]
    [InlineData("played", MessageStatus.Read)]
    [InlineData("sent", MessageStatus.Sent)]
    public void Metas_words_are_understood(string text, MessageStatus expected)
    {
        Assert.True(MessageStatuses.TryParse(text, out var status));
        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("warning")]
    [InlineData("Sent")]
    [InlineData(null)]
    public void Unknown_words_are_no_status(string? text)
    {
        Assert.False(MessageStatuses.TryParse(text, out _));
    }

    [Fact]
    public void The_words_of_the_database_read_back()
    {
        Assert.All(Enum.GetValues<MessageStatus>(), status =>
            Assert.Equal((true, status), (MessageStatuses.TryParse(status.ToText(), out var read), read)));
    }

    private static IEnumerable<IEnumerable<MessageStatus>> Orders(MessageStatus[] statuses) =>
        statuses.Length == 0
            ? [[]]
            : statuses.SelectMany(first => Orders([.. statuses.Where(other => other != first)]).Select(rest => rest.Prepend(first)));
}
