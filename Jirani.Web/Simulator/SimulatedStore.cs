namespace Jirani.Web.Simulator;

/// <summary>A shop's number as Meta would know it.</summary>
public sealed class SimulatedStore
{
    /// <summary>The two stores every development database is seeded with.</summary>
    public static IReadOnlyList<SimulatedStore> Demo { get; } =
    [
        new() { PhoneNumberId = "100000000000001", Name = "Mama Njeri", SampleSku = "SUGAR-1KG", DisplayPhoneNumber = "254700000001" },
        new() { PhoneNumberId = "100000000000002", Name = "Nakato Fresh", SampleSku = "MATOOKE", DisplayPhoneNumber = "256700000002" },
    ];

    public required string PhoneNumberId { get; set; }

    public string Name { get; set; } = "Store";

    /// <summary>Digits with country code, no plus. The default is a test number, so that no customer happens to share it.</summary>
    public string DisplayPhoneNumber { get; set; } = "15550000000";

    /// <summary>What the phone offers to add to the cart.</summary>
    public string SampleSku { get; set; } = "SUGAR-1KG";

    /// <summary>The WhatsApp business account the number belongs to: one for each number is enough here.</summary>
    public string AccountId => "2" + PhoneNumberId;
}
