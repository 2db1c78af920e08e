using System.Globalization;
using System.Security.Cryptography;
using Jirani.Web.Simulator.Graph;

namespace Jirani.Web.Simulator.Phone;

/// <summary>The customers of this process. Nothing of it outlives the process.</summary>
public sealed class PhoneBook
{
    private const int MostCustomers = 200;
    private const int LongestName = 60;

    private readonly Lock _lock = new();
    private readonly List<Customer> _customers =
    [
        new("Otieno", "254733905117", "KE.10000000000000000117"),
        new("Wanjiku", "254727330914", "KE.10000000000000000914"),
        new("Achieng", "254722418093", "KE.10000000000000000093"),
        new("Nambi", "256772447385", "UG.10000000000000000385"),
        new("@baraka.styles", null, "KE.10000000000000000777"),
    ];

    public IReadOnlyList<Customer> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _customers];
            }
        }
    }

    /// <param name="address">A phone's digits or a user id.</param>
    public Customer? Find(string address)
    {
        lock (_lock)
        {
            return _customers.Find(customer => customer.Phone == address || customer.UserId == address);
        }
    }

    /// <param name="phone">As typed; empty makes a customer who has only a user id.</param>
    public NewCustomerOutcome Add(string name, string phone)
    {
        name = name.Trim();
        var digits = string.Concat(phone.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '(' or ')'))).TrimStart('+');
        if (name.Length is 0 or > LongestName || name == "@")
        {
            return new NewCustomerOutcome.Refused("A name has 1 to 60 characters.");
        }

        if (digits.Length > 0 && !GraphRecipient.IsPhone(digits))
        {
            return new NewCustomerOutcome.Refused("Write the number with its country code, such as +254 733 905 117.");
        }

        return Enter(name, digits.Length == 0 ? null : digits);
    }

    private NewCustomerOutcome Enter(string name, string? digits)
    {
        lock (_lock)
        {
            if (_customers.Find(customer => digits is not null && customer.Phone == digits) is { } known)
            {
                return new NewCustomerOutcome.Added(known);
            }

            if (_customers.Count >= MostCustomers)
            {
                return new NewCustomerOutcome.Refused($"The phone book is full: {MostCustomers} customers.");
            }

            var customer = new Customer(name, digits, NewUserId(digits));
            _customers.Add(customer);
            return new NewCustomerOutcome.Added(customer);
        }
    }

    private static string NewUserId(string? digits)
    {
        var country = digits?.StartsWith("256", StringComparison.Ordinal) is true ? "UG" : "KE";
        return country + "." + RandomNumberGenerator.GetInt32(1_000_000_000).ToString("D20", CultureInfo.InvariantCulture);
    }
}
