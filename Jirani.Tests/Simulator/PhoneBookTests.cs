using Jirani.Web.Simulator.Phone;

namespace Jirani.Tests.Simulator;

public sealed class PhoneBookTests
{
    private readonly PhoneBook _book = new();

    [Fact]
    public void A_new_customer_is_found_by_phone_and_by_user_id()
    {
        var added = Assert.IsType<NewCustomerOutcome.Added>(_book.Add(" Mugisha ", "+256 772-111 222")).Customer;

        Assert.Equal(("Mugisha", "256772111222"), (added.Name, added.Phone));
        Assert.Equal(added, _book.Find("256772111222"));
        Assert.Equal(added, _book.Find(added.UserId));
    }

    [Fact]
    public void A_customer_may_hide_the_number()
    {
        var added = Assert.IsType<NewCustomerOutcome.Added>(_book.Add("@mugisha", "")).Customer;

        Assert.Null(added.Phone);
        Assert.Equal("No phone number", added.Line);
        Assert.Equal(added.UserId, added.Address);
    }

    [Fact]
    public void A_known_number_brings_its_owner_back()
    {
        var before = _book.All.Count;

        var added = Assert.IsType<NewCustomerOutcome.Added>(_book.Add("Somebody", "254733905117")).Customer;

        Assert.Equal("Otieno", added.Name);
        Assert.Equal(before, _book.All.Count);
    }

    [Theory]
    [InlineData("", "254700000009")]
    [InlineData("@", "")]
    [InlineData("Mugisha", "0772")]
    [InlineData("Mugisha", "call me")]
    public void What_is_no_customer_is_refused_with_a_sentence(string name, string phone)
    {
        var refused = Assert.IsType<NewCustomerOutcome.Refused>(_book.Add(name, phone));

        Assert.EndsWith(".", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_book_does_not_grow_without_end()
    {
        var outcomes = Enumerable.Range(0, 300).Select(turn => _book.Add("Mugisha", $"256772111{turn:000}")).ToList();

        Assert.IsType<NewCustomerOutcome.Refused>(outcomes[^1]);
        Assert.Equal(200, _book.All.Count);
    }
}
