using Jirani.Infrastructure.Conversations;

namespace Jirani.Tests.Components;

public sealed class CustomerNameTests
{
    [Theory]
    [InlineData("Achieng Odhiambo", "achi", "254722418093", "Achieng Odhiambo", "AO")]
    [InlineData(" ", "baraka.styles", "254722418093", "@baraka.styles", null)]
    [InlineData(null, null, "254722418093", "+254 722 418093", null)]
    [InlineData(null, null, null, "WhatsApp customer", null)]
    [InlineData("<b>", null, null, "<b>", null)]
    [InlineData("محمد علي", null, null, "محمد علي", "مع")]
    public void A_customer_is_called_by_name_then_username_then_number(
        string? name, string? username, string? phone, string title, string? initials)
    {
        var customer = new CustomerName(name, username, phone);

        Assert.Equal(title, customer.Title);
        Assert.Equal(initials, customer.Initials);
    }

    [Fact]
    public void A_letter_beyond_the_basic_plane_is_not_cut_in_two()
    {
        Assert.Equal("𐐀", new CustomerName("𐐨bc 😀", null, null).Initials);
    }
}
