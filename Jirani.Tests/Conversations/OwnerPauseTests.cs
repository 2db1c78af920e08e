using Jirani.Domain.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

public sealed class OwnerPauseTests
{
    [Fact]
    public void A_message_of_the_owner_silences_the_dialogue_for_two_hours()
    {
        Assert.Equal(Given.Noon.AddHours(2), OwnerPause.Until(null, Given.Noon, Given.Noon.AddSeconds(3)));
    }

    [Fact]
    public void A_time_in_the_future_is_taken_for_the_time_of_receipt()
    {
        Assert.Equal(Given.Noon.AddHours(2), OwnerPause.Until(null, Given.Noon.AddDays(300), Given.Noon));
    }

    [Fact]
    public void An_older_message_does_not_shorten_the_pause()
    {
        Assert.Equal(Given.Noon.AddHours(2), OwnerPause.Until(Given.Noon.AddHours(2), Given.Noon.AddHours(-1), Given.Noon));
    }
}
