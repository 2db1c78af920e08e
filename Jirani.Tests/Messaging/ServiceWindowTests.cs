using Jirani.Domain.Messaging;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging;

public sealed class ServiceWindowTests
{
    private static readonly ServiceWindow _window = new(Given.Noon);

    [Fact]
    public void Replies_are_free_until_five_minutes_before_a_day_is_over()
    {
        Assert.True(_window.AllowsFreeForm(Given.Noon.AddHours(24).AddMinutes(-5).AddSeconds(-1)));
        Assert.False(_window.AllowsFreeForm(Given.Noon.AddHours(24).AddMinutes(-5)));
        Assert.Equal(Given.Noon.AddHours(24), _window.ClosesAt);
    }
}
