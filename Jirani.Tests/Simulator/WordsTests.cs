using Jirani.Web.Simulator.Phone;

namespace Jirani.Tests.Simulator;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Karibu", "Karibu")]
    [InlineData("See it: https://njeri.shop/a?b=1&c=wa:254.", "See it: |[https://njeri.shop/a?b=1&c=wa:254]|.")]
    [InlineData("(http://a.ke), http://b.ke!", "(|[http://a.ke]|), |[http://b.ke]|!")]
    [InlineData("javascript:alert(1) <a href=\"https://c.ke\">", "javascript:alert(1) <a href=\"|[https://c.ke]|\">")]
    public void Only_web_addresses_become_links(string text, string expected)
    {
        var segments = Words.Split(text);

        Assert.Equal(expected, string.Join('|', segments.Select(segment => segment.IsLink ? $"[{segment.Text}]" : segment.Text)));
    }
}
